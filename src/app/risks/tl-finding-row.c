/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-finding-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-fitted-text.h"
#include "tl-format.h"
#include "tl-mark-cell.h"
#include "tl-risk-mending.h"
#include "tl-row-layout.h"

struct _TlFindingRow
{
  GtkBox parent_instance;

  const char *check;
  GtkLabel *text_label;
  GtkLabel *settle_label;
  GtkLabel *answer_label;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (TlFindingRow, tl_finding_row, GTK_TYPE_BOX)

static GVariant *
make_key (const TlFinding *finding)
{
  char place[TL_ID_HEX_LENGTH + 1] = "";

  if (finding->place != NULL)
    tl_id_to_hex (&finding->place->base.id, place);
  return g_variant_new ("(sssss)", finding->check, finding->subject != NULL ? finding->subject : "",
                        finding->other != NULL ? finding->other : "", place, finding->text);
}

static const char *
get_answerer (const TlAnsweredFindingFacts *answer)
{
  if (answer->by.person != NULL)
    return answer->by.person->name;
  return answer->by.text != NULL && answer->by.text[0] != '\0' ? answer->by.text : NULL;
}

/* Who answered, when, what, and until when it rests. */
static char *
describe_answer (const TlAnsweredFindingFacts *answer,
                 TlDay                         as_at)
{
  const char *who = get_answerer (answer);
  g_autofree char *day = answer->date != TL_NO_DAY ? tl_format_day_short (answer->date, as_at) : NULL;
  g_autofree char *until = answer->until_date != TL_NO_DAY ? tl_format_day_long (answer->until_date) : NULL;
  g_autofree char *said = NULL;

  if (who != NULL && day != NULL)
    /* Translators: who answered a finding, on which day, and what the answer is */
    said = g_strdup_printf (_("%1$s, %2$s: “%3$s”"), who, day, answer->reason);
  else if (who != NULL)
    /* Translators: who answered a finding, and what the answer is */
    said = g_strdup_printf (_("%1$s: “%2$s”"), who, answer->reason);
  else
    said = g_strdup_printf (_("“%s”"), answer->reason);
  if (until == NULL)
    return g_steal_pointer (&said);
  /* Translators: an answer to a finding, until which day the finding rests */
  return g_strdup_printf (_("%1$s Rests until %2$s."), said, until);
}

static void
add_button (TlFindingRow *self,
            const char   *label,
            const char   *name,
            const char   *action,
            GVariant     *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  adw_wrap_box_append (ADW_WRAP_BOX (self->buttons), button);
}

static void
add_buttons (TlFindingRow    *self,
             const TlFinding *finding,
             TlSnapshot      *snapshot)
{
  if (snapshot != NULL && finding->answer == NULL && tl_risk_mending_can (finding->remedy))
    adw_wrap_box_append (ADW_WRAP_BOX (self->buttons),
                         tl_risk_mending_button (finding->remedy, tl_risk_mending_find_row (snapshot, finding)));
  if (finding->answer != NULL)
    {
      char row[TL_ID_HEX_LENGTH + 1];

      tl_id_to_hex (&finding->answer->base.id, row);
      add_button (self, _("_Withdraw the Answer"), finding->text, "risk.withdraw", g_variant_new_string (row));
    }
  else if (finding->severity != TL_SEVERITY_ACT)
    add_button (self, _("A_nswer…"), finding->text, "risk.answer", make_key (finding));
  gtk_widget_set_visible (self->buttons, gtk_widget_get_first_child (self->buttons) != NULL);
}

static void
tl_finding_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_FINDING_ROW);

  G_OBJECT_CLASS (tl_finding_row_parent_class)->dispose (object);
}

static void
tl_finding_row_class_init (TlFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_finding_row_dispose;

  g_type_ensure (TL_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, settle_label);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, answer_label);
  gtk_widget_class_bind_template_child (widget_class, TlFindingRow, buttons);
}

static void
tl_finding_row_init (TlFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  g_autofree char *fitted = tl_fitted_text (text, TL_FITTED_ROW);

  gtk_label_set_label (label, fitted);
}

/**
 * tl_finding_row_new:
 * @finding: a finding, which may be answered
 * @as_at: the day for which everything is shown
 * @snapshot: (nullable): what it was drawn from, when it is to have the button of its remedy too
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
tl_finding_row_new (const TlFinding *finding,
                    TlDay            as_at,
                    TlSnapshot      *snapshot)
{
  TlFindingRow *self = g_object_new (TL_TYPE_FINDING_ROW, NULL);
  g_autofree char *answer = finding->answer != NULL ? describe_answer (finding->answer, as_at) : NULL;

  self->check = finding->check;
  gtk_box_prepend (GTK_BOX (self), tl_mark_cell_new_finding (finding->severity));
  set_label (self->text_label, finding->text);
  set_label (self->settle_label, finding->settle);
  set_label (self->answer_label, answer);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_label), answer != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->settle_label), answer == NULL);
  if (answer != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->text_label), "dimmed");
  add_buttons (self, finding, snapshot);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, finding->text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, answer != NULL ? answer : finding->settle, -1);
  return GTK_WIDGET (self);
}

/**
 * tl_finding_row_get_check:
 * @self: a row
 *
 * Returns: (transfer none): the id of the check that found it
 */
const char *
tl_finding_row_get_check (TlFindingRow *self)
{
  g_return_val_if_fail (TL_IS_FINDING_ROW (self), NULL);

  return self->check;
}

/**
 * tl_finding_key_read:
 * @self: (out): a key
 * @parameter: what the action `risk.answer` was given; the key's texts belong to it
 *
 * Reads which finding is meant.
 */
void
tl_finding_key_read (TlFindingKey *self,
                     GVariant     *parameter)
{
  const char *place = NULL;

  *self = (TlFindingKey) { .until = TL_NO_DAY };
  g_variant_get (parameter, "(&s&s&s&s&s)", &self->check, &self->subject, &self->other, &place, &self->text);
  if (*self->subject == '\0')
    self->subject = NULL;
  if (*self->other == '\0')
    self->other = NULL;
  self->has_place = tl_id_from_hex (place, &self->place);
}
