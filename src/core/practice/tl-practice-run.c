/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-run.h"

struct _TlPracticeRun
{
  GObject parent_instance;

  char *case_id;
  char *trainee;
  GListStore *judgements;
  TlPracticeFinding finding;
  /* Ended by NULL. */
  GPtrArray *trail;
  gboolean committed;
};

typedef enum
{
  PROP_CASE = 1,
  PROP_TRAINEE,
  PROP_JUDGEMENTS,
  PROP_COMMITTED,
  N_PROPERTIES
} TlPracticeRunProperty;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TlPracticeRun, tl_practice_run, G_TYPE_OBJECT)

static void
clear_finding (TlPracticeFinding *finding)
{
  g_free (finding->risk);
  g_free (finding->fact);
  g_strfreev (finding->sources);
  g_free (finding->reach);
  g_strfreev (finding->places);
  g_free (finding->regulation);
}

static void
tl_practice_run_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TlPracticeRun *self = TL_PRACTICE_RUN (object);

  switch ((TlPracticeRunProperty) id)
    {
    case PROP_CASE:
      self->case_id = g_value_dup_string (value);
      break;
    case PROP_TRAINEE:
      tl_practice_run_set_trainee (self, g_value_get_string (value));
      break;
    case PROP_JUDGEMENTS:
    case PROP_COMMITTED:
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_practice_run_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlPracticeRun *self = TL_PRACTICE_RUN (object);

  switch ((TlPracticeRunProperty) id)
    {
    case PROP_CASE:
      g_value_set_string (value, self->case_id);
      break;
    case PROP_TRAINEE:
      g_value_set_string (value, self->trainee);
      break;
    case PROP_JUDGEMENTS:
      g_value_set_object (value, self->judgements);
      break;
    case PROP_COMMITTED:
      g_value_set_boolean (value, self->committed);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_practice_run_dispose (GObject *object)
{
  TlPracticeRun *self = TL_PRACTICE_RUN (object);

  g_clear_object (&self->judgements);

  G_OBJECT_CLASS (tl_practice_run_parent_class)->dispose (object);
}

static void
tl_practice_run_finalize (GObject *object)
{
  TlPracticeRun *self = TL_PRACTICE_RUN (object);

  g_free (self->case_id);
  g_free (self->trainee);
  g_ptr_array_unref (self->trail);
  clear_finding (&self->finding);

  G_OBJECT_CLASS (tl_practice_run_parent_class)->finalize (object);
}

static void
tl_practice_run_class_init (TlPracticeRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = tl_practice_run_set_property;
  object_class->get_property = tl_practice_run_get_property;
  object_class->dispose = tl_practice_run_dispose;
  object_class->finalize = tl_practice_run_finalize;

  /** TlPracticeRun:case: id of the case */
  properties[PROP_CASE] = g_param_spec_string ("case", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /** TlPracticeRun:trainee: (nullable): who it is by, as they wish to be called */
  properties[PROP_TRAINEE] = g_param_spec_string ("trainee", NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /** TlPracticeRun:judgements: the judgements, in the order in which they were first made */
  properties[PROP_JUDGEMENTS] = g_param_spec_object ("judgements", NULL, NULL, G_TYPE_LIST_MODEL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /** TlPracticeRun:committed: whether it is done, and may be debriefed */
  properties[PROP_COMMITTED] = g_param_spec_boolean ("committed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
tl_practice_run_init (TlPracticeRun *self)
{
  self->judgements = g_list_store_new (TL_TYPE_PRACTICE_JUDGEMENT);
  self->trail = g_ptr_array_new_null_terminated (16, g_free, TRUE);
}

/**
 * tl_practice_run_new:
 * @case_id: id of the case
 *
 * Returns: (transfer full): a go at it, with nothing judged yet
 */
TlPracticeRun *
tl_practice_run_new (const char *case_id)
{
  return g_object_new (TL_TYPE_PRACTICE_RUN, "case", case_id, NULL);
}

/**
 * tl_practice_run_get_case:
 * @self: a go at a case
 *
 * Returns: id of the case
 */
const char *
tl_practice_run_get_case (TlPracticeRun *self)
{
  return self->case_id;
}

/**
 * tl_practice_run_get_trainee:
 * @self: a go at a case
 *
 * Returns: (nullable): who it is by
 */
const char *
tl_practice_run_get_trainee (TlPracticeRun *self)
{
  return self->trainee;
}

/**
 * tl_practice_run_set_trainee:
 * @self: a go at a case
 * @trainee: (nullable): who it is by
 *
 * Says whose it is, so that a trainer can lay several side by side.
 */
void
tl_practice_run_set_trainee (TlPracticeRun *self,
                             const char    *trainee)
{
  if (g_set_str (&self->trainee, trainee))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRAINEE]);
}

/**
 * tl_practice_run_get_judgements:
 * @self: a go at a case
 *
 * Returns: (transfer none): its [class@Tl.PracticeJudgement]s, in the order in which they were first made
 */
GListModel *
tl_practice_run_get_judgements (TlPracticeRun *self)
{
  return G_LIST_MODEL (self->judgements);
}

static gboolean
is_about_same (TlPracticeJudgement *a,
               TlPracticeJudgement *b)
{
  return tl_practice_judgement_get_link (a) == tl_practice_judgement_get_link (b)
         && g_strcmp0 (tl_practice_judgement_get_risk (a), tl_practice_judgement_get_risk (b)) == 0
         && g_strv_equal (tl_practice_judgement_get_subjects (a), tl_practice_judgement_get_subjects (b));
}

/**
 * tl_practice_run_judge:
 * @self: a go at a case
 * @judgement: (transfer none): a judgement
 *
 * Makes a judgement, or changes it: one about the same risk, link and subjects takes the place of the earlier one.
 *
 * Returns: whether it was taken; not once it is committed
 */
gboolean
tl_practice_run_judge (TlPracticeRun       *self,
                       TlPracticeJudgement *judgement)
{
  if (self->committed)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->judgements)); i++)
    {
      g_autoptr (TlPracticeJudgement) earlier = g_list_model_get_item (G_LIST_MODEL (self->judgements), i);

      if (earlier == judgement)
        return TRUE;
      if (is_about_same (earlier, judgement))
        {
          g_list_store_splice (self->judgements, i, 1, (gpointer *) &judgement, 1);
          return TRUE;
        }
    }
  g_list_store_append (self->judgements, judgement);
  return TRUE;
}

/**
 * tl_practice_run_add:
 * @self: a go at a case
 * @judgement: (transfer none): a judgement, which may not say anything yet
 *
 * Adds a judgement beside those that there are, even where one is about the same.
 *
 * Returns: whether it was taken; not once it is committed
 */
gboolean
tl_practice_run_add (TlPracticeRun       *self,
                     TlPracticeJudgement *judgement)
{
  if (self->committed)
    return FALSE;
  g_list_store_append (self->judgements, judgement);
  return TRUE;
}

/**
 * tl_practice_run_withdraw:
 * @self: a go at a case
 * @judgement: one of its judgements
 *
 * Takes a judgement back.
 *
 * Returns: whether it was there to be taken back; not once it is committed
 */
gboolean
tl_practice_run_withdraw (TlPracticeRun       *self,
                          TlPracticeJudgement *judgement)
{
  guint position;

  if (self->committed || !g_list_store_find (self->judgements, judgement, &position))
    return FALSE;
  g_list_store_remove (self->judgements, position);
  return TRUE;
}

/**
 * tl_practice_run_get_finding:
 * @self: a go at a case
 *
 * Returns: (transfer none): the written finding, which may be empty
 */
const TlPracticeFinding *
tl_practice_run_get_finding (TlPracticeRun *self)
{
  return &self->finding;
}

/**
 * tl_practice_run_set_finding:
 * @self: a go at a case
 * @finding: a finding, which is copied
 *
 * Writes the finding.
 *
 * Returns: whether it was taken; not once it is committed
 */
gboolean
tl_practice_run_set_finding (TlPracticeRun           *self,
                             const TlPracticeFinding *finding)
{
  TlPracticeFinding copy = {
    g_strdup (finding->risk),  g_strdup (finding->fact),    g_strdupv (finding->sources),
    g_strdup (finding->reach), g_strdupv (finding->places), g_strdup (finding->regulation),
  };
  TlPracticeFinding gone = self->finding;

  if (self->committed)
    {
      clear_finding (&copy);
      return FALSE;
    }
  self->finding = copy;
  clear_finding (&gone);
  return TRUE;
}

/**
 * tl_practice_run_note_opened:
 * @self: a go at a case
 * @ref: ref of what was opened: a risk, a measure, an item of evidence, an extract that was asked for …
 *
 * Notes what a trainee looks at. Each thing counts where it was first opened.
 */
void
tl_practice_run_note_opened (TlPracticeRun *self,
                             const char    *ref)
{
  if (!self->committed && !g_strv_contains ((const char * const *) self->trail->pdata, ref))
    g_ptr_array_add (self->trail, g_strdup (ref));
}

/**
 * tl_practice_run_get_trail:
 * @self: a go at a case
 *
 * Returns: (array zero-terminated=1): refs of what was opened, in order
 */
const char * const *
tl_practice_run_get_trail (TlPracticeRun *self)
{
  return (const char * const *) self->trail->pdata;
}

/**
 * tl_practice_run_is_committed:
 * @self: a go at a case
 *
 * Returns: whether it is done
 */
gboolean
tl_practice_run_is_committed (TlPracticeRun *self)
{
  return self->committed;
}

/**
 * tl_practice_run_commit:
 * @self: a go at a case
 *
 * Ends it: from now on it stands, and may be debriefed.
 */
void
tl_practice_run_commit (TlPracticeRun *self)
{
  if (self->committed)
    return;
  self->committed = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMMITTED]);
}
