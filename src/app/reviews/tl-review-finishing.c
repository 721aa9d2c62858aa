/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-review-finishing.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-agenda.h"
#include "tl-format.h"
#include "tl-review-rules.h"
#include "tl-typed-notes.h"
#include "tl-window.h"
#include "tl-workbook-reviews.h"

/* Ending a review: what is left undone is said first. */

typedef struct
{
  GtkWidget *from;
  TlWorkbook *workbook;
  TlId review;
} Asking;

static void
asking_free (Asking *self)
{
  g_object_unref (self->from);
  g_object_unref (self->workbook);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

/* The risks of the agenda that nobody has looked at, or decided on. */
static char *
list_titles (TlAgenda *agenda,
             gboolean  looked_at)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const TlAgendaEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (entry->looked_at == looked_at && entry->decision == TL_DECISION_KIND_NONE)
        g_ptr_array_add (titles, entry->title);
    }
  if (titles->len == 0)
    return NULL;
  g_ptr_array_add (titles, NULL);
  return tl_format_list ((const char * const *) titles->pdata);
}

/* What was written and can't be kept as it is, since something lacks. */
static char *
list_unkept (TlWorkbook *workbook,
             TlAgenda   *agenda,
             const TlId *review)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const TlAgendaEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (tl_typed_notes_has (tl_workbook_get_typed (workbook), review, &entry->risk))
        g_ptr_array_add (titles, entry->title);
    }
  if (titles->len == 0)
    return NULL;
  g_ptr_array_add (titles, NULL);
  return tl_format_list ((const char * const *) titles->pdata);
}

static char *
describe_undone (TlWorkbook          *workbook,
                 const TlReviewFacts *review)
{
  g_autoptr (TlAgenda) agenda = tl_agenda_new (tl_workbook_get_assessment (workbook), review);
  g_autofree char *unseen = list_titles (agenda, FALSE), *undecided = list_titles (agenda, TRUE);
  g_autofree char *unkept = list_unkept (workbook, agenda, &review->base.id);
  GString *text = g_string_new (_("The minutes are frozen as they stand. What is changed later is shown as a correction."));

  if (unkept != NULL)
    {
      g_string_append (text, "\n\n");
      /* Translators: %s is a list of risks */
      g_string_append_printf (text, _("Written, but not kept, since something lacks: %s."), unkept);
    }
  if (unseen != NULL)
    {
      g_string_append (text, "\n\n");
      /* Translators: %s is a list of risks */
      g_string_append_printf (text, _("Not looked at: %s."), unseen);
    }
  if (undecided != NULL)
    {
      g_string_append (text, "\n\n");
      /* Translators: %s is a list of risks */
      g_string_append_printf (text, _("Looked at without a decision: %s."), undecided);
    }
  return g_string_free_and_steal (text);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *window = gtk_widget_get_root (from);
  gboolean done = tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error);

  if (!TL_IS_WINDOW (window))
    return;
  if (done)
    tl_window_offer_undo (TL_WINDOW (window), _("The review is finished"));
  else
    tl_window_say (TL_WINDOW (window), error->message);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Asking) asking = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_strcmp0 (answer, "finish") == 0)
    tl_workbook_finish_review_async (asking->workbook, &asking->review, NULL, finished_cb, g_object_ref (asking->from));
}

/**
 * tl_review_finishing_ask:
 * @from: the widget that it was asked for from
 * @workbook: a workbook
 * @review: a review of it that isn't finished
 *
 * Says what is left undone in a review, and finishes it if that is meant.
 */
void
tl_review_finishing_ask (GtkWidget  *from,
                         TlWorkbook *workbook,
                         const TlId *review)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook));
  const TlReviewFacts *facts = tl_snapshot_find (snapshot, TL_TABLE_REVIEW, review);
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;
  Asking *asking;

  if (facts == NULL)
    return;
  if (!tl_workbook_check_finish (workbook, review, &error))
    {
      dialog = adw_alert_dialog_new (_("This Can’t Be Finished Yet"), error->message);
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
      adw_dialog_present (dialog, from);
      return;
    }
  undone = describe_undone (workbook, facts);
  dialog = adw_alert_dialog_new (_("Finish This Review?"), undone);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Go On"), "finish", _("_Finish"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "finish", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "finish");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  asking = g_new0 (Asking, 1);
  asking->from = g_object_ref (from);
  asking->workbook = g_object_ref (workbook);
  asking->review = *review;
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), from, NULL, answered_cb, asking);
}
