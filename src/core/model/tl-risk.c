/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk.h"

struct _TlRisk
{
  TlRecord parent_instance;

  TlAssessment *assessment;
  const TlRiskJudgement *judgement;
};

typedef enum
{
  PROP_JUDGEMENT = TL_RECORD_LAST_PROPERTY + 1,
} TlRiskProperty;

static GParamSpec *judgement_property;

G_DEFINE_FINAL_TYPE (TlRisk, tl_risk, TL_TYPE_RECORD)

static void
tl_risk_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  TlRisk *self = TL_RISK (object);

  if (id == PROP_JUDGEMENT)
    g_value_set_pointer (value, (gpointer) self->judgement);
  else
    G_OBJECT_CLASS (tl_risk_parent_class)->get_property (object, id, value, pspec);
}

static void
tl_risk_dispose (GObject *object)
{
  TlRisk *self = TL_RISK (object);

  self->judgement = NULL;
  g_clear_pointer (&self->assessment, tl_assessment_unref);

  G_OBJECT_CLASS (tl_risk_parent_class)->dispose (object);
}

static void
tl_risk_class_init (TlRiskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_risk_dispose;
  object_class->get_property = tl_risk_get_property;

  tl_record_class_install_fields (TL_RECORD_CLASS (klass), TL_TABLE_RISK);

  /**
   * TlRisk:judgement: (type TlRiskJudgement)
   *
   * What is concluded of the risk, %NULL before anything has been. Valid until the next time it is told, or as long
   * as its assessment is held.
   */
  judgement_property = g_param_spec_pointer ("judgement", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_JUDGEMENT, judgement_property);
}

static void
tl_risk_init (TlRisk *self)
{
}

/**
 * tl_risk_get_title:
 * @self: a risk
 *
 * Returns: (nullable): its title
 */
const char *
tl_risk_get_title (TlRisk *self)
{
  return tl_record_get_text (TL_RECORD (self), "title");
}

/**
 * tl_risk_get_theme:
 * @self: a risk
 *
 * Returns: what it is about
 */
TlTheme
tl_risk_get_theme (TlRisk *self)
{
  return (TlTheme) tl_record_get_word (TL_RECORD (self), "theme");
}

/**
 * tl_risk_get_judgement:
 * @self: a risk
 *
 * Returns: (transfer none) (nullable): what is concluded of it
 */
const TlRiskJudgement *
tl_risk_get_judgement (TlRisk *self)
{
  return self->judgement;
}

/**
 * tl_risk_get_assessment:
 * @self: a risk
 *
 * Returns: (transfer none) (nullable): what its judgement belongs to; whoever keeps the judgement must hold it
 */
TlAssessment *
tl_risk_get_assessment (TlRisk *self)
{
  return self->assessment;
}

/**
 * tl_risk_get_as_at:
 * @self: a risk
 *
 * Returns: the day for which that is concluded, %TL_NO_DAY before anything has been
 */
TlDay
tl_risk_get_as_at (TlRisk *self)
{
  return self->assessment != NULL ? tl_assessment_get_as_at (self->assessment) : TL_NO_DAY;
}

/**
 * tl_risk_set_assessment:
 * @self: a risk
 * @assessment: (nullable): a newer assessment
 * @is_same: whether it is known to conclude the same of this risk
 *
 * Takes over what is concluded now, and tells if it is something else than before.
 *
 * Returns: whether it is something else than before
 */
gboolean
tl_risk_set_assessment (TlRisk       *self,
                        TlAssessment *assessment,
                        gboolean      is_same)
{
  g_autoptr (TlAssessment) old = g_steal_pointer (&self->assessment);
  const TlRiskJudgement *before = self->judgement;
  TlDay day_before = old != NULL ? tl_assessment_get_as_at (old) : TL_NO_DAY;
  gboolean same;

  self->judgement = NULL;
  if (assessment != NULL)
    {
      self->assessment = tl_assessment_ref (assessment);
      self->judgement = tl_assessment_find_risk (assessment, tl_record_get_id (TL_RECORD (self)));
    }

  /* "In 10 days" is something else on another day. */
  same = before == self->judgement
         || (before != NULL && self->judgement != NULL && day_before == tl_risk_get_as_at (self)
             && (is_same || tl_risk_judgement_equal (before, self->judgement)));
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), judgement_property);
  return !same;
}
