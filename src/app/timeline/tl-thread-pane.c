/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-thread-pane.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-format.h"
#include "tl-thread-row.h"

struct _TlThreadPane
{
  GtkWidget parent_instance;

  GtkWidget *bin;
  GtkLabel *title;
  GtkLabel *summary;
  GtkListBox *list;

  TlActionThread *thread;
  gboolean filling;
};

enum
{
  STEPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlThreadPane, tl_thread_pane, GTK_TYPE_WIDGET)

/* A step is read out when it is gone to by the buttons or their keys; in the list its row is. */
static void
announce (TlThreadPane *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *sentence = row != NULL ? tl_thread_row_describe (TL_THREAD_ROW (row)) : NULL;

  if (sentence != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    tl_announce (GTK_WIDGET (self), sentence);
}

static void
update_actions (TlThreadPane *self)
{
  int step = tl_thread_pane_get_step (self), n = self->thread != NULL ? (int) self->thread->steps->len : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "thread.previous", step > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "thread.next", step + 1 < n);
}

static void
row_selected_cb (TlThreadPane *self)
{
  if (self->filling)
    return;
  update_actions (self);
  g_signal_emit (self, signals[STEPPED], 0);
}

static void
step_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  tl_thread_pane_go (TL_THREAD_PANE (widget), g_str_equal (action, "thread.next") ? 1 : -1);
}

static void
tl_thread_pane_dispose (GObject *object)
{
  TlThreadPane *self = TL_THREAD_PANE (object);

  self->filling = TRUE;
  g_clear_pointer (&self->thread, tl_action_thread_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_THREAD_PANE);

  G_OBJECT_CLASS (tl_thread_pane_parent_class)->dispose (object);
}

static void
tl_thread_pane_class_init (TlThreadPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_thread_pane_dispose;

  /**
   * TlThreadPane::stepped:
   *
   * Another step was gone to.
   */
  signals[STEPPED] = g_signal_new ("stepped", TL_TYPE_THREAD_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/timeline/thread-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TlThreadPane, bin);
  gtk_widget_class_bind_template_child (widget_class, TlThreadPane, title);
  gtk_widget_class_bind_template_child (widget_class, TlThreadPane, summary);
  gtk_widget_class_bind_template_child (widget_class, TlThreadPane, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_install_action (widget_class, "thread.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "thread.next", NULL, step_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "timeline.unfollow", NULL);
  gtk_widget_class_set_css_name (widget_class, "thread-pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
tl_thread_pane_init (TlThreadPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The action that is followed"), -1);
}

/**
 * tl_thread_pane_set_thread:
 * @self: a pane
 * @thread: (transfer full) (nullable): the thread of an action
 *
 * Shows a thread. Of the same action it stays at the same step; of another it begins at the first.
 */
void
tl_thread_pane_set_thread (TlThreadPane   *self,
                           TlActionThread *thread)
{
  gboolean same;
  int step;
  g_autofree char *summary = NULL;

  g_return_if_fail (TL_IS_THREAD_PANE (self));

  same = thread != NULL && self->thread != NULL
         && tl_id_equal (&thread->action->facts->base.id, &self->thread->action->facts->base.id);
  step = same ? tl_thread_pane_get_step (self) : 0;
  self->filling = TRUE;
  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->thread, tl_action_thread_free);
  self->thread = thread;
  for (guint i = 0; thread != NULL && i < thread->steps->len; i++)
    gtk_list_box_append (self->list, tl_thread_row_new (thread, i));
  if (thread != NULL)
    {
      summary = tl_action_thread_describe (thread);
      gtk_label_set_label (self->title, thread->action->facts->title != NULL ? thread->action->facts->title : _("No title"));
      gtk_label_set_label (self->summary, summary);
      gtk_list_box_select_row (self->list,
                               gtk_list_box_get_row_at_index (self->list, CLAMP (step, 0, (int) thread->steps->len - 1)));
    }
  self->filling = FALSE;
  update_actions (self);
}

/**
 * tl_thread_pane_get_thread:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the thread that it shows
 */
const TlActionThread *
tl_thread_pane_get_thread (TlThreadPane *self)
{
  g_return_val_if_fail (TL_IS_THREAD_PANE (self), NULL);

  return self->thread;
}

/**
 * tl_thread_pane_get_step:
 * @self: a pane
 *
 * Returns: the step that is gone to, -1 for none
 */
int
tl_thread_pane_get_step (TlThreadPane *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TL_IS_THREAD_PANE (self), -1);

  row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

/**
 * tl_thread_pane_go:
 * @self: a pane
 * @steps: how many steps forward
 *
 * Goes along the thread.
 *
 * Returns: whether there was such a step
 */
gboolean
tl_thread_pane_go (TlThreadPane *self,
                   int           steps)
{
  GtkListBoxRow *row;
  int to;

  g_return_val_if_fail (TL_IS_THREAD_PANE (self), FALSE);

  to = tl_thread_pane_get_step (self) + steps;
  row = to >= 0 ? gtk_list_box_get_row_at_index (self->list, to) : NULL;
  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->list, row);
  /* It comes into sight; the keyboard only follows where it was in the list. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_viewport_scroll_to (GTK_VIEWPORT (gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_VIEWPORT)),
                            GTK_WIDGET (row), NULL);
  announce (self);
  return TRUE;
}
