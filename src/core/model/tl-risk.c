/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk.h"

struct _TlRisk
{
  TlRecord parent_instance;

  TlAssessment *assessment;
  const TlRiskJudgement *judgement;
  /* What the outline belongs to: the assessment, or until there is one the first look at the workbook. */
  TlAssessment *outlined;
  const TlRiskJudgement *outline;
};

typedef enum
{
  PROP_JUDGEMENT = TL_RECORD_LAST_PROPERTY + 1,
  PROP_OUTLINE,
} TlRiskProperty;

static GParamSpec *judgement_property, *outline_property;

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
  else if (id == PROP_OUTLINE)
    g_value_set_pointer (value, (gpointer) self->outline);
  else
    G_OBJECT_CLASS (tl_risk_parent_class)->get_property (object, id, value, pspec);
}

static void
tl_risk_dispose (GObject *object)
{
  TlRisk *self = TL_RISK (object);

  self->judgement = self->outline = NULL;
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_pointer (&self->outlined, tl_assessment_unref);

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
  /**
   * TlRisk:outline: (type TlRiskJudgement)
   *
   * What is known of the risk as soon as it is listed: its state, rating, owners and next review, and nothing else of
   * the judgement, which it is once there is one.
   */
  outline_property = g_param_spec_pointer ("outline", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_OUTLINE, outline_property);
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
 * tl_risk_get_outline:
 * @self: a risk
 *
 * Returns: (transfer none) (nullable): what is known of its state, rating, owners and next review; the rest of it may
 *   only be read where [method@Tl.Risk.get_judgement] gives the same
 */
const TlRiskJudgement *
tl_risk_get_outline (TlRisk *self)
{
  return self->outline;
}

/**
 * tl_risk_knows_review:
 * @self: a risk
 *
 * Returns: whether it is known when its next review is due, be it never: without a review, and without a day of opening,
 *   that rests on facts that are read last
 */
gboolean
tl_risk_knows_review (TlRisk *self)
{
  return self->judgement != NULL
         || (self->outline != NULL
             && (self->outline->last_looked_at != TL_NO_DAY || self->outline->facts->opened != TL_NO_DAY));
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
  return self->outlined != NULL ? tl_assessment_get_as_at (self->outlined) : TL_NO_DAY;
}

/**
 * tl_risk_set_outline:
 * @self: a risk of which nothing has been concluded
 * @outlined: a first look at the workbook
 *
 * Takes over what is known already.
 */
void
tl_risk_set_outline (TlRisk       *self,
                     TlAssessment *outlined)
{
  g_return_if_fail (self->judgement == NULL);

  g_clear_pointer (&self->outlined, tl_assessment_unref);
  self->outlined = tl_assessment_ref (outlined);
  self->outline = tl_assessment_find_risk (outlined, tl_record_get_id (TL_RECORD (self)));
  g_object_notify_by_pspec (G_OBJECT (self), outline_property);
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
  g_autoptr (TlAssessment) outlined = g_steal_pointer (&self->outlined);
  const TlRiskJudgement *before = self->judgement, *outline = self->outline;
  TlDay day_before = old != NULL ? tl_assessment_get_as_at (old) : TL_NO_DAY;
  gboolean same;

  self->judgement = NULL;
  if (assessment != NULL)
    {
      self->assessment = tl_assessment_ref (assessment);
      self->judgement = tl_assessment_find_risk (assessment, tl_record_get_id (TL_RECORD (self)));
      self->outlined = tl_assessment_ref (assessment);
    }
  self->outline = self->judgement;

  /* "In 10 days" is something else on another day. */
  same = (before == self->judgement && outline == self->outline)
         || (before != NULL && self->judgement != NULL && day_before == tl_risk_get_as_at (self)
             && (is_same || tl_risk_judgement_equal (before, self->judgement)));
  if (!same)
    {
      g_object_notify_by_pspec (G_OBJECT (self), outline_property);
      g_object_notify_by_pspec (G_OBJECT (self), judgement_property);
    }
  return !same;
}
