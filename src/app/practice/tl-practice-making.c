/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-making.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-practice-list.h"
#include "tl-practice-make.h"
#include "tl-practice-text-row.h"
#include "tl-practice-traces.h"
#include "tl-row-words.h"
#include "tl-workbook-kept.h"

#define MINUTES 45

struct _TlPracticeMaking
{
  AdwDialog parent_instance;

  AdwBanner *banner;
  AdwPreferencesGroup *trace_group;
  AdwPreferencesGroup *finding_group;
  GtkEditable *title_row;
  GtkEditable *provider_row;
  GtkEditable *care_row;
  AdwSpinRow *level_row;
  TlPracticeTextRow *setting_row;
  TlPracticeTextRow *questions_row;
  TlPracticeTextRow *teaches_row;
  TlPracticeTextRow *fact_row;
  GtkEditable *reach_row;
  GtkEditable *regulation_row;

  TlWorkbook *workbook;
  TlAssessment *assessment;
  GPtrArray *traces;
  GPtrArray *findings;
  gboolean making;
  /* Whether everything that may be real is listed. */
  gboolean looked;
};

static guint made_signal;

G_DEFINE_FINAL_TYPE (TlPracticeMaking, tl_practice_making, ADW_TYPE_DIALOG)

/* ── What is still to be done ─────────────────────────────────────────────── */

static gboolean
says (GtkEditable *entry)
{
  return *gtk_editable_get_text (entry) != '\0';
}

static gboolean
says_text (TlPracticeTextRow *row)
{
  g_autofree char *text = tl_practice_text_row_dup_text (row);

  return text != NULL;
}

static guint
count_unlooked (TlPracticeMaking *self)
{
  guint n = 0;

  for (guint i = 0; i < self->traces->len; i++)
    n += !adw_switch_row_get_active (g_ptr_array_index (self->traces, i));
  return n;
}

static GPtrArray *
list_planted (TlPracticeMaking *self)
{
  GPtrArray *planted = g_ptr_array_new ();

  for (guint i = 0; i < self->findings->len; i++)
    if (adw_switch_row_get_active (g_ptr_array_index (self->findings, i)))
      g_ptr_array_add (planted, g_object_get_data (g_ptr_array_index (self->findings, i), "finding"));
  return planted;
}

static void
edited_cb (TlPracticeMaking *self)
{
  g_autoptr (GPtrArray) planted = NULL;
  gboolean page;

  if (self->findings == NULL || self->assessment == NULL)
    return;
  planted = list_planted (self);
  page = says (self->title_row) && says (self->provider_row) && says (self->care_row) && says (self->reach_row) && says (self->regulation_row)
         && says_text (self->setting_row) && says_text (self->questions_row) && says_text (self->teaches_row) && says_text (self->fact_row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "making.make", !self->making && self->looked && page && planted->len > 0 && count_unlooked (self) == 0);
}

static void
say_problem (TlPracticeMaking *self,
             const char       *problem)
{
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_banner_set_title (self->banner, problem);
  adw_banner_set_revealed (self->banner, TRUE);
  tl_announce_problem (GTK_WIDGET (self->banner), problem);
}

/* ── What is listed ───────────────────────────────────────────────────────── */

static GtkWidget *
add_switch (TlPracticeMaking    *self,
            AdwPreferencesGroup *group,
            GPtrArray           *rows,
            const char          *title,
            const char          *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_SWITCH_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);

  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
find_func (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  g_task_return_pointer (task, tl_practice_find_traces (tl_assessment_get_snapshot (data)), (GDestroyNotify) g_array_unref);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  TlPracticeMaking *self = TL_PRACTICE_MAKING (source);
  g_autoptr (GArray) traces = g_task_propagate_pointer (G_TASK (result), NULL);

  if (traces == NULL || self->traces == NULL)
    return;
  for (guint i = 0; i < traces->len; i++)
    {
      const TlPracticeTrace *trace = &g_array_index (traces, TlPracticeTrace, i);
      g_autofree char *row = tl_row_words_title (trace->table, trace->row);
      g_autofree char *where = g_strdup_printf ("%s %s · %s\n%s", tl_row_words_noun (trace->table),
                                                trace->row->ref != NULL ? trace->row->ref : "", row, trace->text);

      add_switch (self, self->trace_group, self->traces, trace->found, where);
    }
  self->looked = TRUE;
  edited_cb (self);
}

/* A long workbook takes its time, and is none the less looked through to its end. */
static void
list_traces (TlPracticeMaking *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, found_cb, NULL);

  g_task_set_source_tag (task, list_traces);
  g_task_set_task_data (task, tl_assessment_ref (self->assessment), (GDestroyNotify) tl_assessment_unref);
  g_task_run_in_thread (task, find_func);
}

static void
list_findings (TlPracticeMaking *self)
{
  for (guint i = 0; i < tl_assessment_get_n_findings (self->assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (self->assessment, i);
      g_autofree char *where = finding->risk != NULL ? g_strdup_printf ("%s · %s", finding->risk->base.ref, finding->check) : NULL;
      gboolean act = finding->severity == TL_SEVERITY_ACT;
      GtkWidget *row;

      /* An answer is on a risk. */
      if (finding->risk == NULL)
        continue;
      row = add_switch (self, self->finding_group, self->findings, finding->text, where);
      g_object_set_data (G_OBJECT (row), "finding", (gpointer) finding);
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), act);
      gtk_widget_set_sensitive (row, !act);
    }
}

/* ── Making it ────────────────────────────────────────────────────────────── */

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlPracticeMaking) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPracticeCase) made = tl_practice_make_finish (result, &error);

  self->making = FALSE;
  if (made != NULL)
    {
      g_signal_emit (self, made_signal, 0, made);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  say_problem (self, error->message);
  edited_cb (self);
}

static char **
split_lines (TlPracticeTextRow *row)
{
  g_autofree char *text = tl_practice_text_row_dup_text (row);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (kept, lines[i]);
  return g_strv_builder_end (kept);
}

/* The folder is named by the title, in letters that every file system has. */
static GFile *
choose_folder (TlPracticeMaking *self)
{
  g_autoptr (GFile) own = tl_practice_list_get_own ();
  g_autofree char *name = g_str_to_ascii (gtk_editable_get_text (self->title_row), "C");
  g_autofree char *lower = g_ascii_strdown (name, -1);

  g_strcanon (lower, "abcdefghijklmnopqrstuvwxyz0123456789", '-');
  return g_file_get_child (own, lower);
}

static void
make_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlPracticeMaking *self = TL_PRACTICE_MAKING (widget);
  g_auto (GStrv) setting = split_lines (self->setting_row), questions = split_lines (self->questions_row);
  g_auto (GStrv) teaches = split_lines (self->teaches_row);
  g_autofree char *fact = tl_practice_text_row_dup_text (self->fact_row);
  g_autoptr (GFile) folder = choose_folder (self);
  g_autoptr (GPtrArray) planted = list_planted (self);
  const char *none[] = { NULL }, *regulations[] = { gtk_editable_get_text (self->regulation_row), NULL };
  const TlFinding *first = g_ptr_array_index (planted, 0);
  TlPracticeMake make = {
    .assessment = self->assessment,
    .planted = planted,
    .provider = gtk_editable_get_text (self->provider_row),
    .draft = {
      .title = gtk_editable_get_text (self->title_row),
      .care = gtk_editable_get_text (self->care_row),
      .level = (int) adw_spin_row_get_value (self->level_row),
      .minutes = MINUTES,
      .setting = (const char * const *) setting,
      .questions = (const char * const *) questions,
      .teaches = (const char * const *) teaches,
      .model = { first->risk->base.ref, fact, NULL, gtk_editable_get_text (self->reach_row), none, regulations },
    },
  };

  self->making = TRUE;
  edited_cb (self);
  tl_practice_make_async (&make, folder, NULL, made_cb, g_object_ref (self));
}

static void
let_go_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  tl_workbook_close_finish (TL_WORKBOOK (source), result, NULL);
}

static void
tl_practice_making_dispose (GObject *object)
{
  TlPracticeMaking *self = TL_PRACTICE_MAKING (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->traces, g_ptr_array_unref);
  if (self->workbook != NULL)
    tl_workbook_discard_async (self->workbook, let_go_cb, NULL);
  g_clear_object (&self->workbook);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_MAKING);

  G_OBJECT_CLASS (tl_practice_making_parent_class)->dispose (object);
}

static void
tl_practice_making_class_init (TlPracticeMakingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_PRACTICE_TEXT_ROW);
  G_OBJECT_CLASS (klass)->dispose = tl_practice_making_dispose;

  /**
   * TlPracticeMaking::made:
   * @self: the dialog
   * @practice_case: the case
   *
   * There is a new case.
   */
  made_signal = g_signal_new ("made", TL_TYPE_PRACTICE_MAKING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, TL_TYPE_PRACTICE_CASE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-making.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, banner);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, trace_group);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, finding_group);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, title_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, provider_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, care_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, level_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, setting_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, questions_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, teaches_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, fact_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, reach_row);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeMaking, regulation_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_install_action (widget_class, "making.make", NULL, make_cb);
}

static void
tl_practice_making_init (TlPracticeMaking *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->traces = g_ptr_array_new ();
  self->findings = g_ptr_array_new ();
}

/**
 * tl_practice_making_new:
 * @workbook: (transfer full): a copy of a workbook, which goes with the dialog
 *
 * Returns: (transfer floating): a dialog
 */
TlPracticeMaking *
tl_practice_making_new (TlWorkbook *workbook)
{
  TlPracticeMaking *self = g_object_new (TL_TYPE_PRACTICE_MAKING, NULL);

  self->workbook = workbook;
  self->assessment = tl_assessment_ref (tl_workbook_get_assessment (workbook));
  list_traces (self);
  list_findings (self);
  edited_cb (self);
  return self;
}
