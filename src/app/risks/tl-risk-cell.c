/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-cell.h"

#include <glib/gi18n.h>

#include "tl-risk-words.h"

struct _TlRiskCell
{
  TlFactCell parent_instance;

  TlRiskCellKind kind;
  TlRisk *risk;
  gulong handler;
};

typedef enum
{
  PROP_KIND = 1,
  PROP_RISK,
} TlRiskCellProperty;

static GParamSpec *properties[PROP_RISK + 1];

G_DEFINE_ENUM_TYPE (TlRiskCellKind, tl_risk_cell_kind,
                    G_DEFINE_ENUM_VALUE (TL_RISK_CELL_KIND_REF, "ref"),
                    G_DEFINE_ENUM_VALUE (TL_RISK_CELL_KIND_TITLE, "title"),
                    G_DEFINE_ENUM_VALUE (TL_RISK_CELL_KIND_OWNER, "owner"),
                    G_DEFINE_ENUM_VALUE (TL_RISK_CELL_KIND_MEASURE, "measure"),
                    G_DEFINE_ENUM_VALUE (TL_RISK_CELL_KIND_REVIEW, "review"),
                    G_DEFINE_ENUM_VALUE (TL_RISK_CELL_KIND_CARD, "card"))

G_DEFINE_FINAL_TYPE (TlRiskCell, tl_risk_cell, TL_TYPE_FACT_CELL)

/* ── Words ────────────────────────────────────────────────────────────────── */

typedef struct
{
  char *fact;
  char *ground;
  TlFactLook look;
  /* What a screen reader says instead. */
  const char *name;
} Words;

static char *
summarise (TlRisk *risk)
{
  const TlRiskJudgement *outline = tl_risk_get_outline (risk);
  g_autofree char *owner = tl_risk_words_owner (outline);
  g_autofree char *review = tl_risk_words_review_ground (outline, tl_risk_get_as_at (risk));

  if (outline == NULL)
    return g_strdup ("");
  if (outline->state == TL_RISK_STATE_OPEN && !tl_risk_knows_review (risk))
    return g_steal_pointer (&owner);
  if (outline->state != TL_RISK_STATE_OPEN)
    return g_strdup_printf ("%s · %s", owner, review);
  /* Translators: the owner's name, then when the review is, as in "in 10 days" */
  return g_strdup_printf (_("%1$s · review %2$s"), owner, review);
}

static void
write_ref (TlRisk *risk,
           Words  *words)
{
  words->fact = g_strdup (tl_record_get_ref (TL_RECORD (risk)));
  words->look = TL_FACT_LOOK_FAINT | TL_FACT_LOOK_ALONE;
}

static void
write_title (TlRisk *risk,
             Words  *words)
{
  words->fact = g_strdup (tl_risk_get_title (risk));
  words->ground = tl_risk_words_theme (tl_risk_get_outline (risk));
  words->look = TL_FACT_LOOK_STRONG;
}

/* What isn't known is neither good nor bad, nor nothing. */
static void
await (Words      *words,
       const char *name)
{
  words->fact = g_strdup ("…");
  words->name = name;
  words->look = TL_FACT_LOOK_FAINT;
}

static void
write_owner (TlRisk *risk,
             Words  *words)
{
  const TlRiskJudgement *outline = tl_risk_get_outline (risk);

  words->fact = tl_risk_words_owner (outline);
  words->ground = tl_risk_words_owner_ground (outline, tl_risk_get_as_at (risk));
  if (outline != NULL && outline->n_owners == 0)
    words->look = TL_FACT_LOOK_STRONG;
}

static void
write_measure (TlRisk *risk,
               Words  *words)
{
  const TlRiskJudgement *judgement = tl_risk_get_judgement (risk);
  gboolean has_reading = judgement != NULL && judgement->primary != NULL && judgement->primary->latest != NULL;

  if (judgement == NULL)
    {
      await (words, _("Measure: not worked out yet"));
      return;
    }
  words->fact = tl_risk_words_measure (judgement);
  words->ground = tl_risk_words_measure_ground (judgement);
  words->look = has_reading ? TL_FACT_LOOK_STRONG : TL_FACT_LOOK_FAINT;
}

static void
write_review (TlRisk *risk,
              Words  *words)
{
  const TlRiskJudgement *outline = tl_risk_get_outline (risk);
  TlDay as_at = tl_risk_get_as_at (risk);

  if (outline != NULL && outline->state == TL_RISK_STATE_OPEN && !tl_risk_knows_review (risk))
    {
      await (words, _("Review: not worked out yet"));
      return;
    }
  words->fact = tl_risk_words_review (outline, as_at);
  words->ground = tl_risk_words_review_ground (outline, as_at);
  if (tl_risk_words_is_late (outline, as_at))
    words->look = TL_FACT_LOOK_STRONG | TL_FACT_LOOK_LATE;
}

static void
write_card (TlRisk *risk,
            Words  *words)
{
  const TlRiskJudgement *outline = tl_risk_get_outline (risk);
  TlDay as_at = tl_risk_get_as_at (risk);
  const char *ref = tl_record_get_ref (TL_RECORD (risk));
  const char *title = tl_risk_get_title (risk);

  words->fact = g_strdup_printf ("%s %s", ref != NULL ? ref : "", title != NULL ? title : "");
  words->ground = summarise (risk);
  words->look = TL_FACT_LOOK_STRONG | (tl_risk_words_is_late (outline, as_at) ? TL_FACT_LOOK_LATE : 0);
}

static void
update (TlRiskCell *self)
{
  static void (* const write[]) (TlRisk *risk,
                                 Words  *words) = {
    [TL_RISK_CELL_KIND_REF] = write_ref,
    [TL_RISK_CELL_KIND_TITLE] = write_title,
    [TL_RISK_CELL_KIND_OWNER] = write_owner,
    [TL_RISK_CELL_KIND_MEASURE] = write_measure,
    [TL_RISK_CELL_KIND_REVIEW] = write_review,
    [TL_RISK_CELL_KIND_CARD] = write_card,
  };
  Words words = { NULL, NULL, TL_FACT_LOOK_PLAIN, NULL };

  write[self->kind] (self->risk, &words);
  tl_fact_cell_set_words (TL_FACT_CELL (self), words.fact, words.ground, words.look);
  if (words.name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words.name, -1);
  g_free (words.fact);
  g_free (words.ground);
}

/* ── The risk ─────────────────────────────────────────────────────────────── */

/* A title is a fact of the risk and no conclusion from it. */
static void
changed_cb (TlRiskCell *self,
            GParamSpec *pspec)
{
  const char *concluded = self->kind == TL_RISK_CELL_KIND_MEASURE ? "judgement" : "outline";

  if (g_str_equal (pspec->name, concluded) || g_str_equal (pspec->name, "title") || g_str_equal (pspec->name, "ref"))
    update (self);
}

static void
drop_risk (TlRiskCell *self)
{
  g_clear_signal_handler (&self->handler, self->risk);
  g_clear_object (&self->risk);
}

static void
tl_risk_cell_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlRiskCell *self = TL_RISK_CELL (object);

  switch ((TlRiskCellProperty) id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_RISK:
      g_value_set_object (value, self->risk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risk_cell_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlRiskCell *self = TL_RISK_CELL (object);

  switch ((TlRiskCellProperty) id)
    {
    case PROP_KIND:
      self->kind = (TlRiskCellKind) g_value_get_enum (value);
      break;
    case PROP_RISK:
      tl_risk_cell_set_risk (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risk_cell_dispose (GObject *object)
{
  drop_risk (TL_RISK_CELL (object));

  G_OBJECT_CLASS (tl_risk_cell_parent_class)->dispose (object);
}

static void
tl_risk_cell_class_init (TlRiskCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_risk_cell_get_property;
  object_class->set_property = tl_risk_cell_set_property;
  object_class->dispose = tl_risk_cell_dispose;

  /**
   * TlRiskCell:kind:
   *
   * Which two lines are shown.
   */
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, TL_TYPE_RISK_CELL_KIND, TL_RISK_CELL_KIND_TITLE,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * TlRiskCell:risk:
   *
   * The risk that is shown.
   */
  properties[PROP_RISK] = g_param_spec_object ("risk", NULL, NULL, TL_TYPE_RISK,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_risk_cell_init (TlRiskCell *self)
{
}

/**
 * tl_risk_cell_set_risk:
 * @self: a cell
 * @risk: (nullable): a risk; without one it goes on showing the last, as a row does that waits to be used again
 *
 * Shows a risk, and follows it.
 */
void
tl_risk_cell_set_risk (TlRiskCell *self,
                       TlRisk     *risk)
{
  g_return_if_fail (TL_IS_RISK_CELL (self));

  if (self->risk == risk)
    return;
  drop_risk (self);
  if (risk != NULL)
    {
      self->risk = g_object_ref (risk);
      self->handler = g_signal_connect_swapped (risk, "notify", G_CALLBACK (changed_cb), self);
      update (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RISK]);
}
