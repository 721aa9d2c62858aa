/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-judgement.h"

struct _TlPracticeJudgement
{
  GObject parent_instance;

  char *risk;
  TlLineLink link;
  TlPracticeState state;
  char **subjects;
  char *why;
  char **evidence;
  char **asks;
  TlPracticeSureness sureness;
};

typedef enum
{
  PROP_RISK = 1,
  PROP_LINK,
  PROP_STATE,
  PROP_SUBJECTS,
  PROP_WHY,
  PROP_EVIDENCE,
  PROP_ASKS,
  PROP_SURENESS,
  N_PROPERTIES
} TlPracticeJudgementProperty;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TlPracticeJudgement, tl_practice_judgement, G_TYPE_OBJECT)

static void
set_text (TlPracticeJudgement *self,
          char               **field,
          const GValue        *value,
          GParamSpec          *pspec)
{
  if (g_set_str (field, g_value_get_string (value)))
    g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_list (TlPracticeJudgement *self,
          char              ***field,
          const GValue        *value,
          GParamSpec          *pspec)
{
  const char * const *list = g_value_get_boxed (value);
  const char * const none[] = { NULL };

  if (list == NULL)
    list = none;
  if (g_strv_equal ((const char * const *) *field, list))
    return;
  g_strfreev (*field);
  *field = g_strdupv ((char **) list);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_word (TlPracticeJudgement *self,
          int                 *field,
          const GValue        *value,
          GParamSpec          *pspec)
{
  if (*field == g_value_get_enum (value))
    return;
  *field = g_value_get_enum (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
tl_practice_judgement_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  TlPracticeJudgement *self = TL_PRACTICE_JUDGEMENT (object);

  switch ((TlPracticeJudgementProperty) id)
    {
    case PROP_RISK:
      set_text (self, &self->risk, value, pspec);
      break;
    case PROP_LINK:
      set_word (self, (int *) &self->link, value, pspec);
      break;
    case PROP_STATE:
      set_word (self, (int *) &self->state, value, pspec);
      break;
    case PROP_SUBJECTS:
      set_list (self, &self->subjects, value, pspec);
      break;
    case PROP_WHY:
      set_text (self, &self->why, value, pspec);
      break;
    case PROP_EVIDENCE:
      set_list (self, &self->evidence, value, pspec);
      break;
    case PROP_ASKS:
      set_list (self, &self->asks, value, pspec);
      break;
    case PROP_SURENESS:
      set_word (self, (int *) &self->sureness, value, pspec);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_practice_judgement_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TlPracticeJudgement *self = TL_PRACTICE_JUDGEMENT (object);

  switch ((TlPracticeJudgementProperty) id)
    {
    case PROP_RISK:
      g_value_set_string (value, self->risk);
      break;
    case PROP_LINK:
      g_value_set_enum (value, (int) self->link);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_SUBJECTS:
      g_value_set_boxed (value, self->subjects);
      break;
    case PROP_WHY:
      g_value_set_string (value, self->why);
      break;
    case PROP_EVIDENCE:
      g_value_set_boxed (value, self->evidence);
      break;
    case PROP_ASKS:
      g_value_set_boxed (value, self->asks);
      break;
    case PROP_SURENESS:
      g_value_set_enum (value, (int) self->sureness);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_practice_judgement_finalize (GObject *object)
{
  TlPracticeJudgement *self = TL_PRACTICE_JUDGEMENT (object);

  g_free (self->risk);
  g_free (self->why);
  g_strfreev (self->subjects);
  g_strfreev (self->evidence);
  g_strfreev (self->asks);

  G_OBJECT_CLASS (tl_practice_judgement_parent_class)->finalize (object);
}

static void
tl_practice_judgement_class_init (TlPracticeJudgementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tl_practice_judgement_set_property;
  object_class->get_property = tl_practice_judgement_get_property;
  object_class->finalize = tl_practice_judgement_finalize;

  /** TlPracticeJudgement:risk: (nullable): ref of the risk */
  properties[PROP_RISK] = g_param_spec_string ("risk", NULL, NULL, NULL, flags);
  /** TlPracticeJudgement:link: the link of its line, or none */
  properties[PROP_LINK] = g_param_spec_enum ("link", NULL, NULL, TL_TYPE_LINE_LINK, TL_LINE_LINK_NONE, flags);
  /** TlPracticeJudgement:state: how it stands */
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, TL_TYPE_PRACTICE_STATE, TL_PRACTICE_STATE_NONE, flags);
  /** TlPracticeJudgement:subjects: refs of the place, measure, action, person or item that it is about; may be empty */
  properties[PROP_SUBJECTS] = g_param_spec_boxed ("subjects", NULL, NULL, G_TYPE_STRV, flags);
  /** TlPracticeJudgement:why: (nullable): the reason */
  properties[PROP_WHY] = g_param_spec_string ("why", NULL, NULL, NULL, flags);
  /** TlPracticeJudgement:evidence: refs of what it rests on, in the workbook or among the extracts */
  properties[PROP_EVIDENCE] = g_param_spec_boxed ("evidence", NULL, NULL, G_TYPE_STRV, flags);
  /** TlPracticeJudgement:asks: what the trainee would ask for: refs of extracts, or in words */
  properties[PROP_ASKS] = g_param_spec_boxed ("asks", NULL, NULL, G_TYPE_STRV, flags);
  /** TlPracticeJudgement:sureness: how sure the trainee is */
  properties[PROP_SURENESS] = g_param_spec_enum ("sureness", NULL, NULL, TL_TYPE_PRACTICE_SURENESS, TL_PRACTICE_SURENESS_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
tl_practice_judgement_init (TlPracticeJudgement *self)
{
  self->subjects = g_new0 (char *, 1);
  self->evidence = g_new0 (char *, 1);
  self->asks = g_new0 (char *, 1);
}

/**
 * tl_practice_judgement_new:
 * @risk: (nullable): ref of the risk
 * @link: the link of its line, or none
 * @state: how it stands
 *
 * Returns: (transfer full): a judgement that doesn't rest on anything yet
 */
TlPracticeJudgement *
tl_practice_judgement_new (const char      *risk,
                           TlLineLink       link,
                           TlPracticeState  state)
{
  return g_object_new (TL_TYPE_PRACTICE_JUDGEMENT, "risk", risk, "link", link, "state", state, NULL);
}

/**
 * tl_practice_judgement_get_risk:
 * @self: a judgement
 *
 * Returns: (nullable): ref of the risk
 */
const char *
tl_practice_judgement_get_risk (TlPracticeJudgement *self)
{
  return self->risk;
}

/**
 * tl_practice_judgement_get_link:
 * @self: a judgement
 *
 * Returns: the link of the line, or none
 */
TlLineLink
tl_practice_judgement_get_link (TlPracticeJudgement *self)
{
  return self->link;
}

/**
 * tl_practice_judgement_get_state:
 * @self: a judgement
 *
 * Returns: how it stands
 */
TlPracticeState
tl_practice_judgement_get_state (TlPracticeJudgement *self)
{
  return self->state;
}

/**
 * tl_practice_judgement_get_subjects:
 * @self: a judgement
 *
 * Returns: (array zero-terminated=1): refs of what it is about beside the link
 */
const char * const *
tl_practice_judgement_get_subjects (TlPracticeJudgement *self)
{
  return (const char * const *) self->subjects;
}

/**
 * tl_practice_judgement_get_why:
 * @self: a judgement
 *
 * Returns: (nullable): the reason
 */
const char *
tl_practice_judgement_get_why (TlPracticeJudgement *self)
{
  return self->why;
}

/**
 * tl_practice_judgement_get_evidence:
 * @self: a judgement
 *
 * Returns: (array zero-terminated=1): refs of what it rests on
 */
const char * const *
tl_practice_judgement_get_evidence (TlPracticeJudgement *self)
{
  return (const char * const *) self->evidence;
}

/**
 * tl_practice_judgement_get_asks:
 * @self: a judgement
 *
 * Returns: (array zero-terminated=1): what the trainee would ask for
 */
const char * const *
tl_practice_judgement_get_asks (TlPracticeJudgement *self)
{
  return (const char * const *) self->asks;
}

/**
 * tl_practice_judgement_get_sureness:
 * @self: a judgement
 *
 * Returns: how sure the trainee is
 */
TlPracticeSureness
tl_practice_judgement_get_sureness (TlPracticeJudgement *self)
{
  return self->sureness;
}
