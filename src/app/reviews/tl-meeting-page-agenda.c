/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-page-private.h"

#include <glib/gi18n.h>

#include "tl-agenda.h"
#include "tl-decision-effect.h"
#include "tl-format.h"
#include "tl-typed-notes.h"

/* The agenda of a meeting: what was decided last, the risks, and anything else. */

static char *
describe_entry (const TlAgendaEntry *entry,
                gboolean             unkept)
{
  const TlAgendaReason *reason = entry->reasons->len > 0 ? g_ptr_array_index (entry->reasons, 0) : NULL;

  if (unkept)
    return g_strdup (_("written, but not kept yet"));
  if (entry->decision != TL_DECISION_KIND_NONE)
    return g_strdup (tl_word_label (TL_TYPE_DECISION_KIND, (int) entry->decision));
  if (entry->looked_at)
    return g_strdup (_("looked at, nothing decided"));
  return reason != NULL ? g_strdup (reason->text) : NULL;
}

/* What is said of a risk beside others: its ref, else as much of its title as fits. */
static char *
shorten (const TlAssessment  *assessment,
         const TlAgendaEntry *entry)
{
  const TlRiskJudgement *risk = tl_assessment_find_risk (assessment, &entry->risk);

  return g_strdup (risk != NULL && risk->facts->base.ref != NULL ? risk->facts->base.ref : entry->title);
}

static gboolean
is_same (TlAgendaRow      *row,
         TlAgendaItemKind  kind,
         const TlId       *risk)
{
  return row != NULL && tl_agenda_row_get_kind (row) == kind
         && (risk == NULL || tl_id_equal (tl_agenda_row_get_risk (row), risk));
}

/* Rows that stay keep the keyboard; only what is different is made anew. */
static TlAgendaRow *
ensure_row (TlMeetingPage    *self,
            int               index,
            TlAgendaItemKind  kind,
            const TlId       *risk)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->agenda, index);
  GtkWidget *made;

  if (row != NULL && is_same (TL_AGENDA_ROW (row), kind, risk))
    return TL_AGENDA_ROW (row);
  for (int i = index; row != NULL && (row = gtk_list_box_get_row_at_index (self->agenda, i)) != NULL; i++)
    {
      gboolean selected;

      if (!is_same (TL_AGENDA_ROW (row), kind, risk))
        continue;
      selected = gtk_list_box_row_is_selected (row);
      g_object_ref (row);
      gtk_list_box_remove (self->agenda, GTK_WIDGET (row));
      gtk_list_box_insert (self->agenda, GTK_WIDGET (row), index);
      g_object_unref (row);
      if (selected)
        gtk_list_box_select_row (self->agenda, row);
      return TL_AGENDA_ROW (row);
    }
  made = tl_agenda_row_new (kind, risk);
  gtk_list_box_insert (self->agenda, made, index);
  return TL_AGENDA_ROW (made);
}

/* What is being typed there isn't forgotten anyway. */
static gboolean
is_shown (TlMeetingPage *self,
          const TlId    *risk)
{
  TlAgendaRow *row = tl_meeting_page_get_row (self);

  return is_same (row, TL_AGENDA_ITEM_RISK, risk);
}

static void
remove_from (TlMeetingPage *self,
             int            index)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->agenda, index)) != NULL)
    gtk_list_box_remove (self->agenda, GTK_WIDGET (row));
}

static void
fill_rows (TlMeetingPage  *self,
           const TlAgenda *agenda)
{
  TlAssessment *assessment = tl_workbook_get_assessment (self->workbook);
  g_autofree char *count = agenda->last_decisions->len > 0 ? tl_decision_effect_dup_count (agenda->last_decisions) : NULL;
  const TlReviewFacts *review = tl_meeting_page_find_review (self);
  gboolean finished = review->finished != TL_NO_DAY, some_done = finished;
  int index = 0;

  for (guint i = 0; i < agenda->entries->len; i++)
    some_done = some_done || ((const TlAgendaEntry *) g_ptr_array_index (agenda->entries, i))->looked_at;
  if (agenda->previous_day != TL_NO_DAY)
    tl_agenda_row_show (ensure_row (self, index++, TL_AGENDA_ITEM_LAST, NULL), _("Last decisions"), _("Last decisions"), count,
                        some_done);
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const TlAgendaEntry *entry = g_ptr_array_index (agenda->entries, i);
      gboolean unkept = tl_typed_notes_has (tl_workbook_get_typed (self->workbook), &self->review, &entry->risk)
                        && !is_shown (self, &entry->risk);
      g_autofree char *caption = describe_entry (entry, unkept), *name = shorten (assessment, entry);

      tl_agenda_row_show (ensure_row (self, index++, TL_AGENDA_ITEM_RISK, &entry->risk), entry->title, name, caption,
                          entry->looked_at);
    }
  tl_agenda_row_show (ensure_row (self, index++, TL_AGENDA_ITEM_REST, NULL), _("Anything else"), _("Anything else"), NULL,
                      finished);
  remove_from (self, index);
}

/* Shows what is on the agenda now; the first item that wasn't looked at comes first. */
void
tl_meeting_page_fill_agenda (TlMeetingPage *self)
{
  g_autoptr (TlAgenda) agenda = tl_agenda_new (tl_workbook_get_assessment (self->workbook), tl_meeting_page_find_review (self));

  self->filling = TRUE;
  fill_rows (self, agenda);
  self->filling = FALSE;
  tl_meeting_last_show (self->last_page, agenda, tl_workbook_get_as_at (self->workbook));
}
