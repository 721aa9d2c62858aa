/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-challenge.h"

#include <glib/gi18n.h>

#include "tl-day-field.h"
#include "tl-field-row.h"
#include "tl-focus-lead.h"
#include "tl-long-text-field.h"

struct _TlMeetingChallenge
{
  AdwBin parent_instance;

  TlFieldRow *question_field;
  TlFieldRow *answer_field;
  TlFieldRow *due_field;
  AdwToggleGroup *satisfied;

  TlDraftKeeper *keeper;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TlMeetingChallenge, tl_meeting_challenge, ADW_TYPE_BIN)

static TlDraft *
get_draft (TlMeetingChallenge *self)
{
  return tl_draft_keeper_get_draft (self->keeper);
}

static TlDay
get_today (TlMeetingChallenge *self)
{
  return tl_workbook_get_today (tl_draft_get_workbook (get_draft (self)));
}

static void
show_satisfied (TlMeetingChallenge *self)
{
  int satisfied = tl_draft_get_word (get_draft (self), "satisfied");

  self->showing = TRUE;
  if (satisfied == TL_FLAG_NONE)
    adw_toggle_group_set_active (self->satisfied, GTK_INVALID_LIST_POSITION);
  else
    adw_toggle_group_set_active_name (self->satisfied, satisfied == TL_FLAG_YES ? "yes" : "no");
  self->showing = FALSE;
}

/* The day is that on which it was said, unless somebody says otherwise. */
static void
satisfied_cb (TlMeetingChallenge *self)
{
  const char *name = adw_toggle_group_get_active_name (self->satisfied);
  TlDraft *draft = self->keeper != NULL ? get_draft (self) : NULL;
  gboolean yes = g_strcmp0 (name, "yes") == 0;

  if (draft == NULL || self->showing || name == NULL)
    return;
  tl_draft_set_word (draft, "satisfied", yes ? TL_FLAG_YES : TL_FLAG_NO);
  tl_draft_set_day (draft, "satisfied_on", yes ? get_today (self) : TL_NO_DAY);
}

/* An answer is dated when it is first given; one that is taken out has no day either. */
static void
answer_cb (TlMeetingChallenge *self)
{
  TlDraft *draft = get_draft (self);
  gboolean says = *tl_draft_get_text (draft, "answer") != '\0', dated = *tl_draft_get_text (draft, "answered") != '\0';

  if (says != dated)
    tl_draft_set_day (draft, "answered", says ? get_today (self) : TL_NO_DAY);
}

static void
changed_cb (TlMeetingChallenge *self,
            const char         *column)
{
  if (g_str_equal (column, "answer"))
    answer_cb (self);
  else if (g_str_equal (column, "satisfied"))
    show_satisfied (self);
}

static void
keeping_cb (TlMeetingChallenge *self)
{
  gboolean asked = *tl_draft_get_text (get_draft (self), "question") != '\0';
  const char *problem = tl_draft_keeper_get_problem (self->keeper);

  tl_field_row_set_problem (self->question_field, asked ? NULL : problem);
  tl_field_row_set_problem (self->answer_field, asked ? problem : NULL);
}

static gboolean
tl_meeting_challenge_grab_focus (GtkWidget *widget)
{
  return tl_focus_lead (widget, GTK_WIDGET (TL_MEETING_CHALLENGE (widget)->question_field));
}

static void
tl_meeting_challenge_dispose (GObject *object)
{
  TlMeetingChallenge *self = TL_MEETING_CHALLENGE (object);

  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_MEETING_CHALLENGE);

  G_OBJECT_CLASS (tl_meeting_challenge_parent_class)->dispose (object);
}

static void
tl_meeting_challenge_class_init (TlMeetingChallengeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_meeting_challenge_dispose;
  widget_class->grab_focus = tl_meeting_challenge_grab_focus;

  g_type_ensure (TL_TYPE_DAY_FIELD);
  g_type_ensure (TL_TYPE_LONG_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/meeting-challenge.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMeetingChallenge, question_field);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingChallenge, answer_field);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingChallenge, due_field);
  gtk_widget_class_bind_template_child (widget_class, TlMeetingChallenge, satisfied);
  gtk_widget_class_bind_template_callback (widget_class, satisfied_cb);
}

static void
tl_meeting_challenge_init (TlMeetingChallenge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_fields (TlMeetingChallenge *self,
             const char         *owner)
{
  const TlPersonFacts *person = tl_draft_get_facts (get_draft (self), "by");
  const char *asks = person != NULL ? person->name : tl_draft_get_text (get_draft (self), "by");
  /* Translators: %s is a person */
  g_autofree char *question = *asks != '\0' ? g_strdup_printf (_("%s asks"), asks) : g_strdup (_("The question"));
  /* Translators: %s is a person */
  g_autofree char *answer = owner != NULL ? g_strdup_printf (_("%s answers"), owner) : g_strdup (_("The answer"));

  g_object_set (self->question_field, "title", question, NULL);
  g_object_set (self->answer_field, "title", answer, NULL);
}

/**
 * tl_meeting_challenge_new:
 * @draft: a challenge
 * @owner: (nullable): who answers for the risk
 *
 * Returns: (transfer floating): where it is written down
 */
GtkWidget *
tl_meeting_challenge_new (TlDraft    *draft,
                          const char *owner)
{
  TlMeetingChallenge *self = g_object_new (TL_TYPE_MEETING_CHALLENGE, NULL);

  self->keeper = tl_draft_keeper_new (draft);
  tl_draft_keeper_set_place (self->keeper, GTK_WIDGET (self));
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (keeping_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  name_fields (self, owner);
  tl_field_row_set_draft (self->question_field, draft);
  tl_field_row_set_draft (self->answer_field, draft);
  tl_field_row_set_draft (self->due_field, draft);
  show_satisfied (self);
  return GTK_WIDGET (self);
}

/**
 * tl_meeting_challenge_get_keeper:
 * @self: a challenge
 *
 * Returns: (transfer none): what keeps it
 */
TlDraftKeeper *
tl_meeting_challenge_get_keeper (TlMeetingChallenge *self)
{
  g_return_val_if_fail (TL_IS_MEETING_CHALLENGE (self), NULL);

  return self->keeper;
}

/**
 * tl_meeting_challenge_update:
 * @self: a challenge
 * @editable: whether it may be changed
 *
 * Lets it be changed, or not.
 */
void
tl_meeting_challenge_update (TlMeetingChallenge *self,
                             gboolean            editable)
{
  g_return_if_fail (TL_IS_MEETING_CHALLENGE (self));

  tl_field_row_set_editable (self->question_field, editable);
  tl_field_row_set_editable (self->answer_field, editable);
  tl_field_row_set_editable (self->due_field, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->satisfied), editable);
}
