/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-format.h"
#include "tl-practice-progress.h"

struct _TlPracticeList
{
  AdwBin parent_instance;

  GtkWidget *problem_group;
  GtkListBox *problem_list;
  GtkListBox *case_list;
  GPtrArray *cases;
  GCancellable *looking;
};

typedef enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
} TlPracticeListSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlPracticeList, tl_practice_list, ADW_TYPE_BIN)

/* What was found: cases, what is wrong with others, and how the trainee came along. */
typedef struct
{
  GPtrArray *cases;
  GPtrArray *problems;
  /* Of the go in hand at each case, NULL where there is none. */
  GPtrArray *runs;
  TlPracticeProgress *progress;
} Found;

static void
found_free (gpointer data)
{
  Found *self = data;

  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->runs);
  tl_practice_progress_free (self->progress);
  g_free (self);
}

static void
run_free (gpointer data)
{
  g_clear_object ((TlPracticeRun **) &data);
}

/* ── A case ───────────────────────────────────────────────────────────────── */

static char *
say_attempts (const TlPracticeProgress *progress,
              const char               *id)
{
  guint n = tl_practice_progress_get_n (progress, id);
  const TlPracticeAttempt *latest = n > 0 ? tl_practice_progress_get (progress, id, n - 1) : NULL;
  g_autofree char *day = NULL, *found = NULL, *ground = NULL;

  if (latest == NULL)
    return NULL;
  day = tl_format_day_long (latest->day);
  found = g_strdup_printf (_("%1$u of %2$u weaknesses found"), latest->found, latest->planted);
  if (latest->without_ground > 0)
    ground = g_strdup_printf (_(", %u without ground"), latest->without_ground);
  /* Translators: a day, and how a go at a case went */
  return g_strdup_printf (_("Debriefed on %1$s: %2$s%3$s"), day, found, ground != NULL ? ground : "");
}

static char *
say_progress (const TlPracticeProgress *progress,
              TlPracticeRun            *run,
              const char               *id)
{
  g_autofree char *attempts = say_attempts (progress, id);
  g_autofree char *hand = NULL;
  guint n = run != NULL ? g_list_model_get_n_items (tl_practice_run_get_judgements (run)) : 0;

  if (run != NULL && !tl_practice_run_is_committed (run))
    hand = g_strdup_printf (ngettext ("In hand: %u judgement", "In hand: %u judgements", n), n);
  if (hand != NULL && attempts != NULL)
    return g_strdup_printf ("%s · %s", hand, attempts);
  if (hand != NULL)
    return g_steal_pointer (&hand);
  return attempts != NULL ? g_steal_pointer (&attempts) : g_strdup (_("Not begun"));
}

static char *
get_first_sentence (const char *paragraph)
{
  const char *end = strstr (paragraph, ". ");

  return end != NULL ? g_strndup (paragraph, (gsize) (end - paragraph) + 1) : g_strdup (paragraph);
}

static char *
describe (TlPracticeCase           *practice_case,
          const TlPracticeProgress *progress,
          TlPracticeRun            *run)
{
  const char *id = tl_practice_case_get_id (practice_case);
  g_autofree char *care = tl_format_capital (tl_practice_case_get_care (practice_case));
  g_autofree char *setting = get_first_sentence (tl_practice_case_get_setting (practice_case)[0]);
  g_autofree char *own = say_progress (progress, run, id);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("%1$s · level %2$d of 8 · about %3$d minutes"), care,
                          tl_practice_case_get_level (practice_case), tl_practice_case_get_minutes (practice_case));
  g_string_append_printf (text, "\n%s", setting);
  /* What it teaches would give it away before. */
  if (tl_practice_progress_get_n (progress, id) > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("It teaches: %s"), tl_practice_case_get_teaches (practice_case)[0]);
    }
  else
    g_string_append_printf (text, "\n%s", _("What it teaches is shown with the debrief."));
  g_string_append_printf (text, "\n%s", own);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
activated_cb (TlPracticeList *self,
              GtkWidget      *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "case"));
}

static GtkWidget *
make_row (TlPracticeList *self,
          TlPracticeCase *practice_case,
          const Found    *found,
          guint           index)
{
  g_autofree char *subtitle = describe (practice_case, found->progress, g_ptr_array_index (found->runs, index));
  g_autofree char *level = g_strdup_printf ("%d", tl_practice_case_get_level (practice_case));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", tl_practice_case_get_title (practice_case), "use-markup", FALSE,
                                 "subtitle", subtitle, "activatable", TRUE, NULL);
  GtkWidget *mark = gtk_label_new (level);
  GtkWidget *image = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (mark, "practice-level");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  g_object_set_data_full (G_OBJECT (row), "case", g_object_ref (practice_case), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* ── Looking for them ─────────────────────────────────────────────────────── */

static GFile *
get_installed (void)
{
  const char *data = g_getenv ("THROUGHLINE_DATA_DIR");

  return g_file_new_build_filename (data != NULL ? data : DATA_DIR, "practice", NULL);
}

static void
add_cases (Found        *found,
           GFile        *folder,
           GCancellable *cancellable)
{
  g_autoptr (GPtrArray) cases = tl_practice_case_list (folder, found->problems, cancellable);

  g_ptr_array_extend (found->cases, cases, (GCopyFunc) (void *) g_object_ref, NULL);
}

static void
look_func (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  g_autoptr (GFile) installed = get_installed (), own = tl_practice_list_get_own ();
  g_autoptr (GFile) folder = tl_practice_progress_get_folder ();
  Found *found = g_new0 (Found, 1);

  found->cases = g_ptr_array_new_with_free_func (g_object_unref);
  found->problems = g_ptr_array_new_with_free_func (g_free);
  found->runs = g_ptr_array_new_with_free_func (run_free);
  add_cases (found, installed, cancellable);
  add_cases (found, own, cancellable);
  found->progress = tl_practice_progress_load (folder, cancellable);
  for (guint i = 0; i < found->cases->len; i++)
    g_ptr_array_add (found->runs, tl_practice_progress_load_run (folder, tl_practice_case_get_id (g_ptr_array_index (found->cases, i)),
                                                                 cancellable, NULL));
  g_task_return_pointer (task, found, found_free);
}

static void
show_problems (TlPracticeList *self,
               GPtrArray      *problems)
{
  gtk_list_box_remove_all (self->problem_list);
  for (guint i = 0; i < problems->len; i++)
    gtk_list_box_append (self->problem_list, g_object_new (ADW_TYPE_ACTION_ROW, "title", g_ptr_array_index (problems, i),
                                                           "use-markup", FALSE, NULL));
  gtk_widget_set_visible (self->problem_group, problems->len > 0);
}

/* The keyboard stays at the case where it was. */
static void
show_cases (TlPracticeList *self,
            const Found    *found)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->case_list));
  int at = GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;

  gtk_list_box_remove_all (self->case_list);
  for (guint i = 0; i < found->cases->len; i++)
    gtk_list_box_append (self->case_list, make_row (self, g_ptr_array_index (found->cases, i), found, i));
  if (at >= 0 && gtk_list_box_get_row_at_index (self->case_list, at) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->case_list, at)));
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TlPracticeList *self = TL_PRACTICE_LIST (source);
  Found *found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->looking || found == NULL)
    {
      g_clear_pointer (&found, found_free);
      return;
    }
  g_clear_object (&self->looking);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  self->cases = g_ptr_array_ref (found->cases);
  show_problems (self, found->problems);
  show_cases (self, found);
  found_free (found);
}

static void
stop (TlPracticeList *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
tl_practice_list_dispose (GObject *object)
{
  TlPracticeList *self = TL_PRACTICE_LIST (object);

  stop (self);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_LIST);

  G_OBJECT_CLASS (tl_practice_list_parent_class)->dispose (object);
}

static void
tl_practice_list_class_init (TlPracticeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_practice_list_dispose;

  /**
   * TlPracticeList::chosen:
   * @self: the list
   * @practice_case: a case
   *
   * Somebody wants to practise on it.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TL_TYPE_PRACTICE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         TL_TYPE_PRACTICE_CASE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticeList, problem_group);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeList, problem_list);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeList, case_list);
}

static void
tl_practice_list_init (TlPracticeList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_practice_list_get_own:
 *
 * Returns: (transfer full): the folder of the cases that were sent to or made by the person at this computer
 */
GFile *
tl_practice_list_get_own (void)
{
  g_autoptr (GFile) folder = tl_practice_progress_get_folder ();

  return g_file_get_child (folder, "cases");
}

/**
 * tl_practice_list_refresh:
 * @self: a list
 *
 * Looks again which cases there are, and how the trainee came along.
 */
void
tl_practice_list_refresh (TlPracticeList *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_PRACTICE_LIST (self));

  stop (self);
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, looked_cb, NULL);
  g_task_set_source_tag (task, tl_practice_list_refresh);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, look_func);
}

/**
 * tl_practice_list_get_busy:
 * @self: a list
 *
 * Returns: whether it is still looking
 */
gboolean
tl_practice_list_get_busy (TlPracticeList *self)
{
  g_return_val_if_fail (TL_IS_PRACTICE_LIST (self), FALSE);

  return self->looking != NULL;
}

/**
 * tl_practice_list_find:
 * @self: a list
 * @id: id of a case
 *
 * Returns: (transfer none) (nullable): that case
 */
TlPracticeCase *
tl_practice_list_find (TlPracticeList *self,
                       const char     *id)
{
  g_return_val_if_fail (TL_IS_PRACTICE_LIST (self), NULL);

  for (guint i = 0; self->cases != NULL && i < self->cases->len; i++)
    if (g_str_equal (tl_practice_case_get_id (g_ptr_array_index (self->cases, i)), id))
      return g_ptr_array_index (self->cases, i);
  return NULL;
}
