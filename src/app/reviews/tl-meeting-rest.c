/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-rest.h"

#include <glib/gi18n.h>

#include "tl-chooser-field.h"
#include "tl-chooser-list-field.h"
#include "tl-field-row.h"
#include "tl-format.h"
#include "tl-long-text-field.h"
#include "tl-review-pack.h"
#include "tl-review-trail.h"

struct _TlMeetingRest
{
  AdwBin parent_instance;

  TlFieldRow *chair_field;
  TlFieldRow *present_field;
  TlFieldRow *notes_field;
  GtkLabel *pack_label;
  GtkListBox *pack;
  GtkWidget *corrections_part;
  GtkListBox *corrections;

  TlWorkbook *workbook;
  TlId review;
  TlDraftKeeper *keeper;
};

enum
{
  KEEPING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlMeetingRest, tl_meeting_rest, ADW_TYPE_BIN)

static void
keeping_cb (TlMeetingRest *self)
{
  tl_field_row_set_problem (self->notes_field, tl_draft_keeper_get_problem (self->keeper));
  g_signal_emit (self, signals[KEEPING_CHANGED], 0);
}

/* ── The pack ─────────────────────────────────────────────────────────────── */

static GtkWidget *
make_pack_row (const TlPackEntry *entry,
               gboolean           editable)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, (int) entry->source));
  /* What isn't due yet says itself when it is. */
  gboolean says_due = entry->due == TL_NO_DAY || (entry->arrived == TL_NO_DAY && entry->days_late == 0);
  g_autofree char *day = says_due ? NULL : tl_format_day_long (entry->due);
  /* Translators: who brings something, and by which day */
  g_autofree char *who = day != NULL ? g_strdup_printf (_("%1$s, by %2$s"), entry->who, day) : g_strdup (entry->who);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", who, entry->text);
  char id[TL_ID_HEX_LENGTH + 1];

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);
  if (entry->arrived == TL_NO_DAY && editable)
    {
      GtkWidget *button = gtk_button_new_with_label (_("It Came"));
      /* Translators: %s is a source of evidence, such as "audit" */
      g_autofree char *name = g_strdup_printf (_("Say that it came: %s"), title);

      tl_id_to_hex (&entry->item, id);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, name);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "meeting.arrived");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  return row;
}

static void
fill_pack (TlMeetingRest       *self,
           const TlReviewFacts *review,
           gboolean             editable)
{
  g_autoptr (GPtrArray) entries = tl_review_pack_list (tl_workbook_get_assessment (self->workbook), review);
  g_autofree char *count = entries->len > 0 ? tl_review_pack_dup_count (entries) : NULL;

  gtk_list_box_remove_all (self->pack);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->pack, make_pack_row (g_ptr_array_index (entries, i), editable));
  gtk_label_set_label (self->pack_label, count != NULL ? count : _("Nothing was asked for beforehand."));
  gtk_widget_set_visible (GTK_WIDGET (self->pack), entries->len > 0);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_meeting_rest_dispose (GObject *object)
{
  TlMeetingRest *self = TL_MEETING_REST (object);

  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->keeper);
  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_MEETING_REST);

  G_OBJECT_CLASS (tl_meeting_rest_parent_class)->dispose (object);
}

static void
tl_meeting_rest_class_init (TlMeetingRestClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_meeting_rest_dispose;

  /**
   * TlMeetingRest::keeping-changed:
   * @self: the page
   *
   * More or less is kept than before, or something stands in the way.
   */
  signals[KEEPING_CHANGED] = g_signal_new ("keeping-changed", TL_TYPE_MEETING_REST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  g_type_ensure (TL_TYPE_CHOOSER_FIELD);
  g_type_ensure (TL_TYPE_CHOOSER_LIST_FIELD);
  g_type_ensure (TL_TYPE_LONG_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/meeting-rest.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRest, chair_field);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRest, present_field);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRest, notes_field);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRest, pack_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRest, pack);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRest, corrections_part);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingRest, corrections);
}

static void
tl_meeting_rest_init (TlMeetingRest *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_meeting_rest_show:
 * @self: a page
 * @workbook: a workbook
 * @review: a review of it
 *
 * Shows the rest of a review. What was typed for another is kept first.
 */
void
tl_meeting_rest_show (TlMeetingRest *self,
                      TlWorkbook    *workbook,
                      const TlId    *review)
{
  g_autoptr (TlDraft) draft = tl_draft_new_copy (workbook, TL_TABLE_REVIEW, review);

  g_return_if_fail (TL_IS_MEETING_REST (self));

  if (self->keeper != NULL)
    tl_draft_keeper_keep (self->keeper);
  g_clear_object (&self->keeper);
  g_set_object (&self->workbook, workbook);
  self->review = *review;
  if (draft == NULL)
    return;
  self->keeper = tl_draft_keeper_new (draft);
  tl_draft_keeper_set_place (self->keeper, GTK_WIDGET (self));
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (keeping_cb), self, G_CONNECT_SWAPPED);
  tl_field_row_set_draft (self->chair_field, draft);
  tl_field_row_set_draft (self->present_field, draft);
  tl_field_row_set_draft (self->notes_field, draft);
}

/**
 * tl_meeting_rest_refresh:
 * @self: a page
 * @editable: whether the review may be written in
 *
 * Shows what there is now. What is being typed stays as it is.
 */
void
tl_meeting_rest_refresh (TlMeetingRest *self,
                         gboolean       editable)
{
  const TlReviewFacts *review;

  g_return_if_fail (TL_IS_MEETING_REST (self));

  review = tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)), TL_TABLE_REVIEW,
                             &self->review);
  if (review == NULL)
    return;
  tl_field_row_set_editable (self->chair_field, editable);
  tl_field_row_set_editable (self->present_field, editable);
  tl_field_row_set_editable (self->notes_field, editable);
  fill_pack (self, review, editable);
}

static void
add_correction (TlMeetingRest        *self,
                const TlCorrection   *correction,
                const TlHistoryField *field)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = NULL;
  /* Translators: when something was corrected, and by whom */
  g_autofree char *subtitle = g_strdup_printf (_("%1$s, %2$s"), correction->when, correction->who);

  if (field->before != NULL && field->after != NULL)
    /* Translators: a field, what it was, and what it became */
    title = g_strdup_printf (_("%1$s: “%2$s” became “%3$s”"), field->place, field->before, field->after);
  else if (field->after != NULL)
    /* Translators: a field, and what was written into it */
    title = g_strdup_printf (_("%1$s: “%2$s” was added"), field->place, field->after);
  else
    /* Translators: a field, and what was taken out of it */
    title = g_strdup_printf (_("%1$s: “%2$s” was taken out"), field->place, field->before != NULL ? field->before : "");
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);
  gtk_list_box_append (self->corrections, row);
}

/**
 * tl_meeting_rest_show_corrections:
 * @self: a page
 * @corrections: (nullable) (element-type TlCorrection): what was changed since the review was finished
 *
 * Shows what was corrected.
 */
void
tl_meeting_rest_show_corrections (TlMeetingRest *self,
                                  GPtrArray     *corrections)
{
  g_return_if_fail (TL_IS_MEETING_REST (self));

  gtk_list_box_remove_all (self->corrections);
  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      const TlCorrection *correction = g_ptr_array_index (corrections, i);

      for (guint j = 0; j < correction->fields->len; j++)
        add_correction (self, correction, g_ptr_array_index (correction->fields, j));
    }
  gtk_widget_set_visible (self->corrections_part, gtk_list_box_get_row_at_index (self->corrections, 0) != NULL);
}

/**
 * tl_meeting_rest_get_keeper:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what keeps what is typed
 */
TlDraftKeeper *
tl_meeting_rest_get_keeper (TlMeetingRest *self)
{
  g_return_val_if_fail (TL_IS_MEETING_REST (self), NULL);

  return self->keeper;
}
