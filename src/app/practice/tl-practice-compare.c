/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-compare.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-format.h"
#include "tl-practice-paper.h"

struct _TlPracticeCompare
{
  AdwDialog parent_instance;

  GtkGrid *grid;
  GtkLabel *problems;
  TlPracticeDesk *desk;
  GPtrArray *runs;
};

G_DEFINE_FINAL_TYPE (TlPracticeCompare, tl_practice_compare, ADW_TYPE_DIALOG)

static void
add_cell (TlPracticeCompare *self,
          int                column,
          int                row,
          const char        *text,
          gboolean           heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 28 : 20);
  if (heading)
    gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
add_row (TlPracticeCompare     *self,
         const TlPracticeGroup *group,
         guint                  row)
{
  const TlPracticeAnswer *answer = tl_practice_group_get_row (group, row);
  g_autofree char *where = tl_practice_answer_dup_where (answer);
  guint n = tl_practice_group_get_n_trainees (group);
  g_autofree char *seen = g_strdup_printf (_("%1$u of %2$u"), tl_practice_group_count (group, row, answer->planted ? TL_PRACTICE_OUTCOME_FOUND
                                                                                                             : TL_PRACTICE_OUTCOME_UPHELD), n);

  add_cell (self, 0, (int) row + 1, where, TRUE);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *outcome =
        tl_format_capital (tl_word_label (TL_TYPE_PRACTICE_OUTCOME, (int) tl_practice_group_get_outcome (group, row, i)));

      add_cell (self, (int) i + 1, (int) row + 1, outcome, FALSE);
    }
  add_cell (self, (int) n + 1, (int) row + 1, seen, FALSE);
}

/* Those that can't be laid beside the others are named. */
static TlPracticeGroup *
make_group (TlPracticeCompare *self,
            GStrvBuilder      *problems)
{
  TlPracticeGroup *group = tl_practice_group_new (tl_practice_desk_get_case (self->desk), tl_practice_desk_get_figures (self->desk));
  guint i = 0;

  while (i < self->runs->len)
    {
      g_autoptr (GError) error = NULL;
      TlPracticeRun *run = g_ptr_array_index (self->runs, i);

      if (tl_practice_group_add (group, run, &error))
        {
          i++;
          continue;
        }
      g_strv_builder_take (problems, tl_practice_run_get_trainee (run) != NULL
                                       ? g_strdup_printf ("%s: %s", tl_practice_run_get_trainee (run), error->message) : g_strdup (error->message));
      g_ptr_array_remove_index (self->runs, i);
    }
  return group;
}

static void
fill (TlPracticeCompare  *self,
      const char * const *problems)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_autoptr (TlPracticeGroup) group = NULL;
  g_auto (GStrv) list = NULL;
  g_autofree char *text = NULL;

  g_strv_builder_addv (all, (const char **) problems);
  group = make_group (self, all);
  list = g_strv_builder_end (all);
  text = g_strjoinv ("\n", list);
  tl_show_problem (self->problems, *text != '\0' ? text : NULL);
  add_cell (self, 0, 0, _("Answer"), TRUE);
  for (guint i = 0; i < tl_practice_group_get_n_trainees (group); i++)
    {
      g_autofree char *name = tl_practice_group_dup_trainee (group, i);

      add_cell (self, (int) i + 1, 0, name, TRUE);
    }
  add_cell (self, (int) tl_practice_group_get_n_trainees (group) + 1, 0, _("Seen by"), TRUE);
  for (guint row = 0; row < tl_practice_group_get_n_rows (group); row++)
    add_row (self, group, row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.print", self->runs->len > 0);
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlPracticeCompare *self = TL_PRACTICE_COMPARE (widget);

  adw_dialog_present (ADW_DIALOG (tl_practice_paper_new (tl_practice_desk_get_case (self->desk), tl_practice_desk_get_figures (self->desk),
                                                         TL_REPORT_KIND_PRACTICE_GROUP, self->runs)), widget);
}

static void
tl_practice_compare_dispose (GObject *object)
{
  TlPracticeCompare *self = TL_PRACTICE_COMPARE (object);

  if (self->desk != NULL)
    tl_practice_desk_close (self->desk);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_COMPARE);

  G_OBJECT_CLASS (tl_practice_compare_parent_class)->dispose (object);
}

static void
tl_practice_compare_class_init (TlPracticeCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_practice_compare_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticeCompare, grid);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeCompare, problems);
  gtk_widget_class_install_action (widget_class, "compare.print", NULL, print_cb);
}

static void
tl_practice_compare_init (TlPracticeCompare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_practice_compare_new:
 * @desk: the case in hand, which goes with the dialog
 * @runs: (element-type TlPracticeRun): goes at it
 * @problems: (array zero-terminated=1): what is wrong with files that couldn't be read
 *
 * Returns: (transfer floating): a dialog
 */
TlPracticeCompare *
tl_practice_compare_new (TlPracticeDesk     *desk,
                         GPtrArray          *runs,
                         const char * const *problems)
{
  TlPracticeCompare *self = g_object_new (TL_TYPE_PRACTICE_COMPARE, NULL);

  self->desk = g_object_ref (desk);
  self->runs = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < runs->len; i++)
    g_ptr_array_add (self->runs, g_object_ref (g_ptr_array_index (runs, i)));
  fill (self, problems);
  return self;
}
