/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-dialog.h"

#include <glib/gi18n.h>

#include "tl-calendar-names.h"
#include "tl-day-text.h"
#include "tl-draft.h"
#include "tl-edit-dialog.h"
#include "tl-format.h"
#include "tl-load.h"
#include "tl-owner-history.h"
#include "tl-privacy-note.h"
#include "tl-problem-mark.h"
#include "tl-workbook-commands.h"

struct _TlOwnerDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkButton *save_button;
  GtkLabel *intro;
  GtkSearchEntry *search_entry;
  GtkListView *people;
  GtkSingleSelection *selection;
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
  GtkLabel *effect;
  GtkExpander *before;
  GtkLabel *before_label;
  GtkLabel *person_problem;
  AdwEntryRow *from_row;
  GtkCalendar *calendar;
  GtkMenuButton *calendar_button;
  AdwEntryRow *reason_row;
  GtkLabel *problem;

  TlWorkbook *workbook;
  TlRisk *risk;
  /* Who is chosen, even while a search hides them. */
  TlPerson *person;
  gboolean searching;
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (TlOwnerDialog, tl_owner_dialog, ADW_TYPE_DIALOG)

static gboolean
is_hand_over (TlOwnerDialog *self)
{
  const TlRiskJudgement *risk = tl_risk_get_judgement (self->risk);

  return risk != NULL && risk->n_owners > 0;
}

/* ── What is wrong ────────────────────────────────────────────────────────── */

static void
mark (GtkWidget  *widget,
      GtkLabel   *label,
      const char *reason)
{
  tl_problem_mark (widget, widget, label, reason);
}

static void
clear_marks (TlOwnerDialog *self)
{
  mark (GTK_WIDGET (self->people), self->person_problem, NULL);
  mark (GTK_WIDGET (self->reason_row), self->problem, NULL);
  mark (GTK_WIDGET (self->from_row), self->problem, NULL);
}

/* Marks the field that a refusal speaks of. */
static void
show_refusal (TlOwnerDialog *self,
              const GError  *error)
{
  if (g_error_matches (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_PERSON))
    {
      mark (GTK_WIDGET (self->people), self->person_problem, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
    }
  else
    {
      mark (GTK_WIDGET (self->from_row), self->problem, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->from_row));
    }
}

/* ── Choosing ─────────────────────────────────────────────────────────────── */

static TlDay get_day (TlOwnerDialog *self);

/* Nobody can be chosen who isn't there on that day. */
static gboolean
is_in_post (TlPerson *person,
            TlDay     day)
{
  TlDay from = tl_record_get_day (TL_RECORD (person), "from_date");
  TlDay until = tl_record_get_day (TL_RECORD (person), "until_date");

  return (from == TL_NO_DAY || from <= day) && (until == TL_NO_DAY || day < until);
}

static gboolean
match_person (gpointer item,
              gpointer user_data)
{
  TlOwnerDialog *self = user_data;
  TlDay day = get_day (self);
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  const char *name = tl_person_get_name (item), *role = tl_person_get_role (item);
  g_autofree char *text = g_strconcat (name != NULL ? name : "", " ", role != NULL ? role : "", NULL);

  /* Whoever is chosen stays to be seen, so that what is wrong with them can be said. */
  if (item != (gpointer) self->person && day != TL_NO_DAY && !is_in_post (item, day))
    return FALSE;
  return search[0] == '\0' || g_str_match_string (search, text, TRUE);
}

/* What is chosen stays chosen while somebody looks for others. */
static void
filter_people (TlOwnerDialog *self)
{
  self->searching = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->found)); i++)
    {
      g_autoptr (TlPerson) person = g_list_model_get_item (G_LIST_MODEL (self->found), i);

      if (person == self->person)
        gtk_single_selection_set_selected (self->selection, i);
    }
  self->searching = FALSE;
}

static void
search_changed_cb (TlOwnerDialog *self)
{
  filter_people (self);
}

static void
choose (TlOwnerDialog *self,
        guint          position)
{
  gtk_single_selection_set_selected (self->selection, position);
}

/* Enter takes the first that is found. */
static void
search_activate_cb (TlOwnerDialog *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0)
    return;
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    choose (self, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->from_row));
}

static void
stop_search_cb (TlOwnerDialog *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
update_action (TlOwnerDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "owner.save", self->person != NULL && !self->saving);
}

/* What it means for whoever is chosen, before it is done. */
static void
show_effect (TlOwnerDialog *self)
{
  TlAssessment *assessment = tl_workbook_get_assessment (self->workbook);
  const TlRiskJudgement *risk = tl_risk_get_judgement (self->risk);
  const TlPersonFacts *person = NULL;
  g_autofree char *effect = NULL;
  gboolean too_much = FALSE;

  if (assessment != NULL && risk != NULL && self->person != NULL)
    person = tl_snapshot_find (tl_assessment_get_snapshot (assessment), TL_TABLE_PERSON,
                               tl_record_get_id (TL_RECORD (self->person)));
  if (person != NULL)
    effect = tl_load_describe_handover (assessment, risk, person, &too_much);
  gtk_label_set_label (self->effect, effect != NULL ? effect : "");
  gtk_widget_set_visible (GTK_WIDGET (self->effect), effect != NULL);
  if (too_much)
    gtk_widget_add_css_class (GTK_WIDGET (self->effect), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->effect), "warning");
}

static void
person_selected_cb (TlOwnerDialog *self)
{
  TlPerson *person = gtk_single_selection_get_selected_item (self->selection);

  if (self->searching || person == NULL || !g_set_object (&self->person, person))
    return;
  clear_marks (self);
  show_effect (self);
  update_action (self);
}

static void
person_activated_cb (TlOwnerDialog *self,
                     guint          position)
{
  choose (self, position);
  gtk_widget_grab_focus (GTK_WIDGET (self->from_row));
}

static void
person_added_cb (TlEditDialog *dialog,
                 gpointer      user_data)
{
  TlOwnerDialog *self = TL_OWNER_DIALOG (user_data);
  TlPerson *person;

  if (self->workbook == NULL)
    return;
  person = tl_workbook_find_person (self->workbook, tl_draft_get_id (tl_edit_dialog_get_draft (dialog)));
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (person == NULL)
    return;
  if (g_set_object (&self->person, person))
    clear_marks (self);
  filter_people (self);
  show_effect (self);
  update_action (self);
}

/* A workbook that has just begun has nobody to choose. */
static void
add_person_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlOwnerDialog *self = TL_OWNER_DIALOG (widget);
  g_autoptr (TlDraft) draft = tl_draft_new (self->workbook, TL_TABLE_PERSON);
  TlEditDialog *dialog;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0)
    tl_draft_set_text (draft, "name", gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  dialog = tl_edit_dialog_new (draft);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (person_added_cb), self, 0);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static TlDay
get_day (TlOwnerDialog *self)
{
  if (self->workbook == NULL)
    return TL_NO_DAY;
  return tl_day_text_parse (gtk_editable_get_text (GTK_EDITABLE (self->from_row)), tl_workbook_get_today (self->workbook));
}

static void
date_changed_cb (TlOwnerDialog *self)
{
  mark (GTK_WIDGET (self->from_row), self->problem, NULL);
  filter_people (self);
}

static void
reason_changed_cb (TlOwnerDialog *self)
{
  mark (GTK_WIDGET (self->reason_row), self->problem, NULL);
}

static void
set_day (TlOwnerDialog *self,
         TlDay          day)
{
  g_autofree char *text = tl_format_day_long (day);

  gtk_editable_set_text (GTK_EDITABLE (self->from_row), text);
}

static void
day_selected_cb (TlOwnerDialog *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  int year, month, day;

  if (self->workbook == NULL)
    return;
  g_date_time_get_ymd (date, &year, &month, &day);
  set_day (self, tl_day_new (year, month, day));
  gtk_menu_button_popdown (self->calendar_button);
}

/* ── Confirming ───────────────────────────────────────────────────────────── */

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlOwnerDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  update_action (self);
  if (tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    show_refusal (self, error);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlOwnerDialog *self = TL_OWNER_DIALOG (widget);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));
  g_autoptr (GError) error = NULL;
  TlDay day = get_day (self);

  clear_marks (self);
  if (day == TL_NO_DAY)
    {
      mark (GTK_WIDGET (self->from_row), self->problem, _("That isn’t a day. Write it as 9 June 2026 or 2026-06-09."));
      gtk_widget_grab_focus (GTK_WIDGET (self->from_row));
    }
  else if (!tl_workbook_check_owner (self->workbook, self->risk, self->person, day, &error))
    show_refusal (self, error);
  else if (reason[0] == '\0' && is_hand_over (self))
    {
      mark (GTK_WIDGET (self->reason_row), self->problem, _("Say why it is handed over; the history keeps it."));
      gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
    }
  else
    {
      self->saving = TRUE;
      update_action (self);
      tl_workbook_name_owner_async (self->workbook, self->risk, self->person, day, reason, NULL, named_cb,
                                    g_object_ref (self));
    }
}

static void
tl_owner_dialog_dispose (GObject *object)
{
  TlOwnerDialog *self = TL_OWNER_DIALOG (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->person);
  g_clear_object (&self->risk);
  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_OWNER_DIALOG);

  G_OBJECT_CLASS (tl_owner_dialog_parent_class)->dispose (object);
}

static void
tl_owner_dialog_class_init (TlOwnerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_owner_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "owner.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "owner.add-person", NULL, add_person_cb);
  g_type_ensure (TL_TYPE_PRIVACY_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/owner-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, people);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, found);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, effect);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, before);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, before_label);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, person_problem);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
tl_owner_dialog_init (TlOwnerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_calendar_names_set (self->calendar);
  gtk_custom_filter_set_filter_func (self->filter, match_person, self, NULL);
  update_action (self);
}

static void
word (TlOwnerDialog *self)
{
  const TlRiskJudgement *risk = tl_risk_get_judgement (self->risk);
  g_autofree char *subtitle = NULL, *intro = NULL, *history = NULL;

  subtitle = g_strdup_printf ("%s %s", tl_record_get_ref (TL_RECORD (self->risk)), tl_risk_get_title (self->risk));
  adw_window_title_set_subtitle (self->window_title, subtitle);
  if (is_hand_over (self))
    {
      adw_window_title_set_title (self->window_title, _("Hand Over"));
      gtk_button_set_label (self->save_button, _("_Hand Over"));
      /* Translators: %s is a name */
      intro = g_strdup_printf (_("%s answers for this risk until then. Choose the one person who answers for it next."),
                               risk->owner->person->name);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason_row), _("Why"));
    }
  else
    {
      adw_window_title_set_title (self->window_title, _("Name an Accountable Owner"));
      gtk_button_set_label (self->save_button, _("_Name"));
      intro = g_strdup (_("Choose the one person who answers for the outcome. Others may support them."));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason_row), _("Why, if there is something to say"));
    }
  gtk_label_set_label (self->intro, intro);
  if (risk != NULL)
    history = tl_owner_history_describe (risk->facts, tl_workbook_get_as_at (self->workbook));
  gtk_label_set_label (self->before_label, history != NULL ? history : "");
  gtk_widget_set_visible (GTK_WIDGET (self->before), history != NULL);
}

/**
 * tl_owner_dialog_new:
 * @workbook: a workbook that may be edited
 * @risk: a risk of it
 *
 * Returns: (transfer floating): a dialog that names the risk's owner
 */
TlOwnerDialog *
tl_owner_dialog_new (TlWorkbook *workbook,
                     TlRisk     *risk)
{
  TlOwnerDialog *self = g_object_new (TL_TYPE_OWNER_DIALOG, NULL);

  self->workbook = g_object_ref (workbook);
  self->risk = g_object_ref (risk);
  gtk_filter_list_model_set_model (self->found, tl_workbook_get_people (workbook));
  word (self);
  set_day (self, tl_workbook_get_today (workbook));
  return self;
}
