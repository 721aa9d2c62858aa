/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-announcement.h"

/* What whoever doesn't see the window hears of it: the one place from which the program speaks. Toasts and dialogs aren't
 * here, since the platform has them read out itself. */

/* What is wrong, and where it was found, until all of it has been found. */
static GPtrArray *problems;
static GWeakRef place;
static guint telling;

static void
speak (GtkWidget                         *from,
       const char                        *sentence,
       GtkAccessibleAnnouncementPriority  priority)
{
  GtkRoot *root = gtk_widget_get_root (from);

  /* A window is always known to a screen reader; what has only just appeared in it may not be yet. */
  gtk_accessible_announce (root != NULL ? GTK_ACCESSIBLE (root) : GTK_ACCESSIBLE (from), sentence, priority);
}

/**
 * tl_announce:
 * @from: where it happened, in a window
 * @sentence: what happened
 *
 * Has a sentence read aloud by a screen reader, wherever the keyboard is.
 */
void
tl_announce (GtkWidget  *from,
             const char *sentence)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (sentence != NULL);

  speak (from, sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
tell_problems (void)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&place);
  g_autofree char *all = NULL;

  g_clear_handle_id (&telling, g_source_remove);
  g_ptr_array_add (problems, NULL);
  all = g_strjoinv ("\n", (char **) problems->pdata);
  g_ptr_array_set_size (problems, 0);
  if (from != NULL)
    speak (from, all, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static gboolean
tell_problems_cb (gpointer user_data)
{
  telling = 0;
  tell_problems ();
  return G_SOURCE_REMOVE;
}

/**
 * tl_announce_problem:
 * @from: what shows it, in a window
 * @problem: what is wrong, and what to do
 *
 * Has it read aloud that something is wrong. What is found wrong in one go is said in one go, once the keyboard is where it
 * is to be mended, so that nothing of it is cut off.
 */
void
tl_announce_problem (GtkWidget  *from,
                     const char *problem)
{
  g_autoptr (GtkWidget) before = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (problem != NULL);

  if (problems == NULL)
    problems = g_ptr_array_new_with_free_func (g_free);
  before = g_weak_ref_get (&place);
  if (telling != 0 && before != NULL && gtk_widget_get_root (before) != gtk_widget_get_root (from))
    tell_problems ();
  g_weak_ref_set (&place, from);
  if (!g_ptr_array_find_with_equal_func (problems, problem, g_str_equal, NULL))
    g_ptr_array_add (problems, g_strdup (problem));
  if (telling == 0)
    telling = g_idle_add (tell_problems_cb, NULL);
}

/**
 * tl_show_problem:
 * @label: what says what is wrong, shown only then
 * @problem: (nullable): what is wrong, and what to do; %NULL for nothing
 *
 * Says below what somebody did that it can't be done, to be read and heard; or takes that back.
 */
void
tl_show_problem (GtkLabel   *label,
                 const char *problem)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_label (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);
  if (problem != NULL)
    tl_announce_problem (GTK_WIDGET (label), problem);
}
