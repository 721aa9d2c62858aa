/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-agenda-dialog.h"

#include "tl-agenda-editor.h"
#include "tl-agenda.h"
#include "tl-announcement.h"
#include "tl-row-chooser.h"
#include "tl-workbook-reviews.h"

struct _TlAgendaDialog
{
  AdwDialog parent_instance;

  TlAgendaEditor *agenda;
  TlRowChooser *risk_chooser;
  GtkLabel *problem_label;

  TlWorkbook *workbook;
  TlId review;
};

G_DEFINE_FINAL_TYPE (TlAgendaDialog, tl_agenda_dialog, ADW_TYPE_DIALOG)

static const TlReviewFacts *
find_review (TlAgendaDialog *self)
{
  return tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)), TL_TABLE_REVIEW,
                           &self->review);
}

static void
say (TlAgendaDialog *self,
     const char     *problem)
{
  tl_show_problem (self->problem_label, problem);
}

static gboolean
is_on_agenda (const TlReviewFacts *review,
              const TlId          *risk)
{
  for (guint i = 0; i < review->agenda.n; i++)
    if (tl_id_equal (&TL_FACTS_AT (review->agenda, TlAgendaItemFacts, i)->risk->base.id, risk))
      return TRUE;
  return FALSE;
}

/* What was looked at besides is no part of it. */
static void
fill (TlAgendaDialog *self)
{
  const TlReviewFacts *review = find_review (self);
  g_autoptr (TlAgenda) agenda = review != NULL ? tl_agenda_new (tl_workbook_get_assessment (self->workbook), review) : NULL;

  for (guint i = 0; agenda != NULL && i < agenda->entries->len; i++)
    {
      TlAgendaEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (is_on_agenda (review, &entry->risk))
        tl_agenda_editor_add (self->agenda, entry);
    }
}

static void
risk_chosen_cb (TlAgendaDialog *self,
                TlRowChoice    *choice,
                const char     *typed)
{
  const TlReviewFacts *review = find_review (self);
  g_autoptr (TlAgendaEntry) entry = NULL;

  if (review == NULL || choice == NULL || tl_agenda_editor_has (self->agenda, tl_row_choice_get_id (choice)))
    return;
  entry = tl_agenda_describe_risk (tl_workbook_get_assessment (self->workbook), review->forum, review->date,
                                   tl_row_choice_get_id (choice));
  if (entry != NULL)
    tl_agenda_editor_add (self->agenda, entry);
}

static void
saved_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlAgendaDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.save", TRUE);
  if (tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    say (self, error->message);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlAgendaDialog *self = TL_AGENDA_DIALOG (widget);
  g_autoptr (GArray) risks = tl_agenda_editor_list (self->agenda);

  say (self, NULL);
  gtk_widget_action_set_enabled (widget, "agenda.save", FALSE);
  tl_workbook_set_agenda_async (self->workbook, &self->review, (const TlId *) (gpointer) risks->data, risks->len, NULL, saved_cb,
                                g_object_ref (self));
}

static void
tl_agenda_dialog_dispose (GObject *object)
{
  TlAgendaDialog *self = TL_AGENDA_DIALOG (object);

  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_AGENDA_DIALOG);

  G_OBJECT_CLASS (tl_agenda_dialog_parent_class)->dispose (object);
}

static void
tl_agenda_dialog_class_init (TlAgendaDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_agenda_dialog_dispose;

  g_type_ensure (TL_TYPE_AGENDA_EDITOR);
  g_type_ensure (TL_TYPE_ROW_CHOOSER);
  gtk_widget_class_install_action (widget_class, "agenda.save", NULL, save_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/agenda-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlAgendaDialog, agenda);
  gtk_widget_class_bind_template_child (widget_class, TlAgendaDialog, risk_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlAgendaDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, risk_chosen_cb);
}

static void
tl_agenda_dialog_init (TlAgendaDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_agenda_dialog_new:
 * @workbook: a workbook
 * @review: a review of it
 *
 * Returns: (transfer floating): a dialog that changes its agenda
 */
TlAgendaDialog *
tl_agenda_dialog_new (TlWorkbook *workbook,
                      const TlId *review)
{
  TlAgendaDialog *self = g_object_new (TL_TYPE_AGENDA_DIALOG, NULL);

  self->workbook = g_object_ref (workbook);
  self->review = *review;
  tl_row_chooser_set_up (self->risk_chooser, workbook, TL_TABLE_RISK, TL_ROW_CHOOSER_PLAIN);
  fill (self);
  return self;
}
