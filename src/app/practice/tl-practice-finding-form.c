/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-finding-form.h"

#include <glib/gi18n.h>

#include "tl-practice-refs-row.h"
#include "tl-practice-text-row.h"

struct _TlPracticeFindingForm
{
  AdwBin parent_instance;

  AdwComboRow *risk_row;
  TlPracticeTextRow *fact_row;
  TlPracticeRefsRow *sources_row;
  TlPracticeTextRow *reach_row;
  TlPracticeRefsRow *places_row;
  AdwEntryRow *regulation_row;

  TlPracticeDesk *desk;
  GSignalGroup *signals;
  /* Refs of the risks that are offered, after the row that leaves it open. */
  GPtrArray *risks;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TlPracticeFindingForm, tl_practice_finding_form, ADW_TYPE_BIN)

static void
offer_risks (TlPracticeFindingForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *things = tl_practice_book_get_things (tl_practice_desk_get_book (self->desk));

  g_ptr_array_set_size (self->risks, 0);
  gtk_string_list_append (names, _("Choose a risk"));
  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr (TlPracticeThing) thing = g_list_model_get_item (things, i);

      if (tl_practice_thing_get_table (thing) != TL_TABLE_RISK)
        continue;
      gtk_string_list_take (names, tl_practice_book_name (tl_practice_desk_get_book (self->desk), tl_practice_thing_get_ref (thing)));
      g_ptr_array_add (self->risks, (gpointer) tl_practice_thing_get_ref (thing));
    }
  adw_combo_row_set_model (self->risk_row, G_LIST_MODEL (names));
}

static void
fill (TlPracticeFindingForm *self)
{
  const TlPracticeFinding *finding = tl_practice_run_get_finding (tl_practice_desk_get_run (self->desk));
  guint risk = 0;

  self->filling = TRUE;
  for (guint i = 0; i < self->risks->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->risks, i), finding->risk) == 0)
      risk = i + 1;
  adw_combo_row_set_selected (self->risk_row, risk);
  tl_practice_text_row_set_text (self->fact_row, finding->fact);
  tl_practice_refs_row_set_refs (self->sources_row, (const char * const *) finding->sources);
  tl_practice_text_row_set_text (self->reach_row, finding->reach);
  tl_practice_refs_row_set_refs (self->places_row, (const char * const *) finding->places);
  gtk_editable_set_text (GTK_EDITABLE (self->regulation_row), finding->regulation != NULL ? finding->regulation : "");
  self->filling = FALSE;
}

static void
edited_cb (TlPracticeFindingForm *self)
{
  guint risk = adw_combo_row_get_selected (self->risk_row);
  const char *regulation = gtk_editable_get_text (GTK_EDITABLE (self->regulation_row));
  g_autofree char *fact = NULL, *reach = NULL;
  TlPracticeFinding finding;

  if (self->filling || self->desk == NULL)
    return;
  fact = tl_practice_text_row_dup_text (self->fact_row);
  reach = tl_practice_text_row_dup_text (self->reach_row);
  finding = (TlPracticeFinding) {
    .risk = risk > 0 && risk <= self->risks->len ? g_ptr_array_index (self->risks, risk - 1) : NULL,
    .fact = fact,
    .sources = (char **) tl_practice_refs_row_get_refs (self->sources_row),
    .reach = reach,
    .places = (char **) tl_practice_refs_row_get_refs (self->places_row),
    .regulation = (char *) (*regulation != '\0' ? regulation : NULL),
  };
  if (tl_practice_run_set_finding (tl_practice_desk_get_run (self->desk), &finding))
    tl_practice_desk_keep (self->desk);
}

static void
tl_practice_finding_form_dispose (GObject *object)
{
  TlPracticeFindingForm *self = TL_PRACTICE_FINDING_FORM (object);

  self->filling = TRUE;
  g_clear_object (&self->signals);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->risks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_FINDING_FORM);

  G_OBJECT_CLASS (tl_practice_finding_form_parent_class)->dispose (object);
}

static void
tl_practice_finding_form_class_init (TlPracticeFindingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_PRACTICE_REFS_ROW);
  g_type_ensure (TL_TYPE_PRACTICE_TEXT_ROW);
  G_OBJECT_CLASS (klass)->dispose = tl_practice_finding_form_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-finding-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticeFindingForm, risk_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeFindingForm, fact_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeFindingForm, sources_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeFindingForm, reach_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeFindingForm, places_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeFindingForm, regulation_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
tl_practice_finding_form_init (TlPracticeFindingForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->risks = g_ptr_array_new ();
  self->signals = g_signal_group_new (TL_TYPE_PRACTICE_DESK);
  g_signal_group_connect_swapped (self->signals, "notify::run", G_CALLBACK (fill), self);
}

/**
 * tl_practice_finding_form_set_desk:
 * @self: the form
 * @desk: the case in hand
 */
void
tl_practice_finding_form_set_desk (TlPracticeFindingForm *self,
                                   TlPracticeDesk        *desk)
{
  g_return_if_fail (TL_IS_PRACTICE_FINDING_FORM (self));

  self->filling = TRUE;
  g_set_object (&self->desk, desk);
  g_signal_group_set_target (self->signals, desk);
  offer_risks (self);
  tl_practice_refs_row_set_desk (self->sources_row, desk, TL_PRACTICE_CHOICE_EVIDENCE);
  tl_practice_refs_row_set_desk (self->places_row, desk, TL_PRACTICE_CHOICE_PLACES);
  fill (self);
}
