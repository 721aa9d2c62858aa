/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-review-start-dialog.h"

#include <glib/gi18n.h>

#include "tl-agenda-editor.h"
#include "tl-announcement.h"
#include "tl-chooser-field.h"
#include "tl-chooser-list-field.h"
#include "tl-day-field.h"
#include "tl-edit-form.h"
#include "tl-field-row.h"
#include "tl-format.h"
#include "tl-review-pack.h"
#include "tl-review-proposal.h"
#include "tl-row-chooser.h"
#include "tl-workbook-reviews.h"

#define ASK_KEY "tl-pack-entry"

struct _TlReviewStartDialog
{
  AdwDialog parent_instance;

  TlEditForm *form;
  TlFieldRow *forum_field;
  TlFieldRow *date_field;
  TlFieldRow *chair_field;
  GtkLabel *agenda_label;
  TlAgendaEditor *agenda;
  TlRowChooser *risk_chooser;
  GtkLabel *pack_label;
  GtkListBox *pack;
  GtkLabel *problem_label;

  TlWorkbook *workbook;
  /* The fields, as they are typed; the command makes the review of them. */
  TlDraft *draft;
  GCancellable *asking;
  TlId started;
  gboolean starting;
};

enum
{
  STARTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlReviewStartDialog, tl_review_start_dialog, ADW_TYPE_DIALOG)

static void
say (TlReviewStartDialog *self,
     const char          *problem)
{
  tl_show_problem (self->problem_label, problem);
}

/* ── The pack ─────────────────────────────────────────────────────────────── */

static void
drop_ask_cb (TlReviewStartDialog *self,
             GtkWidget           *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  gtk_list_box_remove (self->pack, row);
  next = gtk_list_box_get_row_at_index (self->pack, index);
  if (next == NULL && index > 0)
    next = gtk_list_box_get_row_at_index (self->pack, index - 1);
  if (next != NULL)
    gtk_widget_child_focus (GTK_WIDGET (next), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (GTK_WIDGET (self->pack), next != NULL);
}

static void
add_ask (TlReviewStartDialog *self,
         const TlPackEntry   *entry)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *title = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, (int) entry->source));
  g_autofree char *day = entry->due != TL_NO_DAY ? tl_format_day_long (entry->due) : NULL;
  /* Translators: who brings something, and by which day */
  g_autofree char *subtitle = day != NULL ? g_strdup_printf (_("%1$s, by %2$s"), entry->who, day) : g_strdup (entry->who);
  /* Translators: %s is a source of evidence, such as "Audit" */
  g_autofree char *away = g_strdup_printf (_("Don’t ask for: %s"), title);
  TlPackEntry *kept = g_memdup2 (entry, sizeof *entry);

  kept->who = kept->text = NULL;
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, away);
  g_signal_connect_object (button, "clicked", G_CALLBACK (drop_ask_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), ASK_KEY, kept, g_free);
  gtk_list_box_append (self->pack, row);
}

static GArray *
list_asks (TlReviewStartDialog *self)
{
  GArray *asks = g_array_new (FALSE, FALSE, sizeof (TlPackAsk));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->pack, i)) != NULL; i++)
    {
      const TlPackEntry *entry = g_object_get_data (G_OBJECT (row), ASK_KEY);
      TlPackAsk ask = { entry->source, !tl_id_is_none (&entry->person) ? &entry->person : NULL };

      g_array_append_val (asks, ask);
    }
  return asks;
}

/* ── What is proposed ─────────────────────────────────────────────────────── */

static void
fill (TlReviewStartDialog *self,
      TlReviewProposal    *proposal)
{
  g_autofree char *agenda = NULL;
  guint n = proposal->agenda->entries->len;

  tl_agenda_editor_clear (self->agenda);
  gtk_widget_set_visible (GTK_WIDGET (self->agenda), TRUE);
  for (guint i = 0; i < n; i++)
    tl_agenda_editor_add (self->agenda, g_ptr_array_index (proposal->agenda->entries, i));
  agenda = g_strdup_printf (ngettext ("%u risk is due, weak, unanswered or watched, the gravest first.",
                                      "%u risks are due, weak, unanswered or watched, the gravest first.", n), n);
  gtk_label_set_label (self->agenda_label, n > 0 ? agenda : "");
  gtk_list_box_remove_all (self->pack);
  for (guint i = 0; i < proposal->pack->len; i++)
    add_ask (self, g_ptr_array_index (proposal->pack, i));
  gtk_widget_set_visible (GTK_WIDGET (self->pack), proposal->pack->len > 0);
  gtk_label_set_label (self->pack_label, proposal->pack->len > 0 ? _("Evidence that these risks expect, and who keeps it.")
                                                                 : _("Nothing to ask for: these risks expect no evidence."));
}

static void
proposed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TlReviewStartDialog) self = user_data;
  g_autoptr (TlReviewProposal) proposal = tl_review_proposal_finish (result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  if (proposal != NULL)
    fill (self, proposal);
}

static void
stop_asking (TlReviewStartDialog *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

/* Another forum has another agenda; another day only a different one as long as nobody has changed it. */
static void
propose (TlReviewStartDialog *self)
{
  const TlId *forum = tl_draft_get_link (self->draft, "forum", 0);
  TlDay day = tl_draft_get_day (self->draft, "date");
  TlAssessment *assessment = tl_workbook_get_assessment (self->workbook);

  stop_asking (self);
  if (forum == NULL || assessment == NULL)
    return;
  self->asking = g_cancellable_new ();
  tl_review_proposal_async (assessment, forum, day != TL_NO_DAY ? day : tl_workbook_get_today (self->workbook), self->asking,
                            proposed_cb, g_object_ref (self));
}

/* Who chaired it last mostly does so again. */
static void
propose_chair (TlReviewStartDialog *self)
{
  const TlForumFacts *forum = tl_draft_get_facts (self->draft, "forum");
  const TlReviewFacts *last = NULL;

  for (guint i = 0; forum != NULL && i < forum->reviews.n; i++)
    {
      const TlReviewFacts *review = TL_FACTS_AT (forum->reviews, TlReviewFacts, i);

      if (review->chair.person != NULL && (last == NULL || review->date > last->date))
        last = review;
    }
  if (last != NULL && (last->chair.person->until_date == TL_NO_DAY
                       || last->chair.person->until_date > tl_workbook_get_today (self->workbook)))
    tl_draft_set_link (self->draft, "chair", &last->chair.person->base.id);
}

static void
changed_cb (TlReviewStartDialog *self,
            const char          *column)
{
  say (self, NULL);
  if (g_str_equal (column, "forum"))
    propose_chair (self);
  if (g_str_equal (column, "forum") || (g_str_equal (column, "date") && !tl_agenda_editor_is_edited (self->agenda)))
    propose (self);
}

static void
risk_chosen_cb (TlReviewStartDialog *self,
                TlRowChoice         *choice,
                const char          *typed)
{
  const TlForumFacts *forum = tl_draft_get_facts (self->draft, "forum");
  TlDay day = tl_draft_get_day (self->draft, "date");
  g_autoptr (TlAgendaEntry) entry = NULL;

  if (tl_agenda_editor_has (self->agenda, tl_row_choice_get_id (choice)))
    return;
  entry = tl_agenda_describe_risk (tl_workbook_get_assessment (self->workbook), forum,
                                   day != TL_NO_DAY ? day : tl_workbook_get_today (self->workbook),
                                   tl_row_choice_get_id (choice));
  if (entry == NULL)
    return;
  tl_agenda_editor_add (self->agenda, entry);
  gtk_widget_set_visible (GTK_WIDGET (self->agenda), TRUE);
}

/* ── Starting it ──────────────────────────────────────────────────────────── */

static TlFieldRow *
find_field (TlReviewStartDialog *self,
            const GError        *error)
{
  if (g_error_matches (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_PERSON))
    return self->chair_field;
  return g_error_matches (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_DATE) ? self->date_field : self->forum_field;
}

static void
refuse (TlReviewStartDialog *self,
        const GError        *error)
{
  TlFieldRow *field = find_field (self, error);

  if (error->domain != TL_WORKBOOK_ERROR || error->code == TL_WORKBOOK_ERROR_NOT_EDITABLE)
    {
      say (self, error->message);
      return;
    }
  tl_field_row_set_problem (field, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (field));
}

static void
update_starting (TlReviewStartDialog *self,
                 gboolean             starting)
{
  self->starting = starting;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "start.start", !starting);
  adw_dialog_set_can_close (ADW_DIALOG (self), !starting);
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlReviewStartDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  char id[TL_ID_HEX_LENGTH + 1];

  update_starting (self, FALSE);
  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    {
      refuse (self, error);
      return;
    }
  tl_id_to_hex (&self->started, id);
  /* The keyboard goes on in the review, not back to where the dialog was asked for. */
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[STARTED], 0, id);
}

static void
start_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlReviewStartDialog *self = TL_REVIEW_START_DIALOG (widget);
  const TlId *chair = tl_draft_get_link (self->draft, "chair", 0);
  g_autoptr (GArray) agenda = tl_agenda_editor_list (self->agenda), asks = list_asks (self);
  g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (TlId));
  TlReviewPlan plan = {
    .forum = tl_draft_get_link (self->draft, "forum", 0),
    .date = tl_draft_get_day (self->draft, "date"),
    .chair = chair,
    .chair_text = chair == NULL ? tl_draft_get_text (self->draft, "chair") : NULL,
    .agenda = (const TlId *) (gpointer) agenda->data,
    .n_agenda = agenda->len,
    .pack = (const TlPackAsk *) (gpointer) asks->data,
    .n_pack = asks->len,
  };
  g_autoptr (GError) error = NULL;

  if (self->starting)
    return;
  for (guint i = 0; i < tl_draft_get_n_links (self->draft, "present"); i++)
    g_array_append_vals (present, tl_draft_get_link (self->draft, "present", i), 1);
  plan.present = (const TlId *) (gpointer) present->data;
  plan.n_present = present->len;
  if (!tl_workbook_check_review (self->workbook, &plan, &error))
    {
      refuse (self, error);
      return;
    }
  update_starting (self, TRUE);
  self->started = tl_workbook_start_review_async (self->workbook, &plan, NULL, started_cb, g_object_ref (self));
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_review_start_dialog_dispose (GObject *object)
{
  TlReviewStartDialog *self = TL_REVIEW_START_DIALOG (object);

  stop_asking (self);
  g_clear_object (&self->draft);
  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_REVIEW_START_DIALOG);

  G_OBJECT_CLASS (tl_review_start_dialog_parent_class)->dispose (object);
}

static void
tl_review_start_dialog_class_init (TlReviewStartDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_review_start_dialog_dispose;

  /**
   * TlReviewStartDialog::started:
   * @self: the dialog
   * @review: the id of the review, in hex
   *
   * The review is kept.
   */
  signals[STARTED] = g_signal_new ("started", TL_TYPE_REVIEW_START_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TL_TYPE_AGENDA_EDITOR);
  g_type_ensure (TL_TYPE_CHOOSER_FIELD);
  g_type_ensure (TL_TYPE_CHOOSER_LIST_FIELD);
  g_type_ensure (TL_TYPE_DAY_FIELD);
  g_type_ensure (TL_TYPE_EDIT_FORM);
  g_type_ensure (TL_TYPE_ROW_CHOOSER);
  gtk_widget_class_install_action (widget_class, "start.start", NULL, start_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/review-start-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlReviewStartDialog, form);
  gtk_widget_class_bind_template_child (widget_class, TlReviewStartDialog, forum_field);
  gtk_widget_class_bind_template_child (widget_class, TlReviewStartDialog, date_field);
  gtk_widget_class_bind_template_child (widget_class, TlReviewStartDialog, chair_field);
  gtk_widget_class_bind_template_child (widget_class, TlReviewStartDialog, agenda_label);
  gtk_widget_class_bind_template_child (widget_class, TlReviewStartDialog, agenda);
  gtk_widget_class_bind_template_child (widget_class, TlReviewStartDialog, risk_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlReviewStartDialog, pack_label);
  gtk_widget_class_bind_template_child (widget_class, TlReviewStartDialog, pack);
  gtk_widget_class_bind_template_child (widget_class, TlReviewStartDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, risk_chosen_cb);
}

static void
tl_review_start_dialog_init (TlReviewStartDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_review_start_dialog_new:
 * @workbook: a workbook
 * @forum: (nullable): the forum that meets, if that is known
 *
 * Returns: (transfer floating): a dialog that starts a review
 */
TlReviewStartDialog *
tl_review_start_dialog_new (TlWorkbook *workbook,
                            const TlId *forum)
{
  TlReviewStartDialog *self = g_object_new (TL_TYPE_REVIEW_START_DIALOG, NULL);

  self->workbook = g_object_ref (workbook);
  self->draft = tl_draft_new (workbook, TL_TABLE_REVIEW);
  tl_draft_set_day (self->draft, "date", tl_workbook_get_today (workbook));
  tl_edit_form_set_draft (self->form, self->draft);
  tl_row_chooser_set_up (self->risk_chooser, workbook, TL_TABLE_RISK, TL_ROW_CHOOSER_PLAIN);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (forum != NULL)
    tl_draft_set_link (self->draft, "forum", forum);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (forum != NULL ? self->date_field : self->forum_field));
  return self;
}

/**
 * tl_review_start_dialog_get_busy:
 * @self: a dialog
 *
 * Returns: whether the agenda is still being worked out
 */
gboolean
tl_review_start_dialog_get_busy (TlReviewStartDialog *self)
{
  g_return_val_if_fail (TL_IS_REVIEW_START_DIALOG (self), FALSE);

  return self->asking != NULL;
}
