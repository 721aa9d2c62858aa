/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-title-field.h"

#include "tl-fitted-text.h"
#include "tl-privacy-note.h"
#include "tl-problem-mark.h"

struct _TlTitleField
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *button;
  GtkLabel *label;
  GtkWidget *entry;
  GtkLabel *problem_label;

  char *title;
  gboolean editing;
};

enum
{
  COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlTitleField, tl_title_field, ADW_TYPE_BIN)

static void
show_problem (TlTitleField *self,
              const char   *reason)
{
  tl_problem_mark (self->entry, self->entry, self->problem_label, reason);
}

static void
commit (TlTitleField *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (g_strcmp0 (typed, self->title) == 0)
    tl_title_field_end (self);
  else
    g_signal_emit (self, signals[COMMITTED], 0, typed);
}

static void
clicked_cb (TlTitleField *self)
{
  tl_title_field_begin (self);
}

static void
entry_activate_cb (TlTitleField *self)
{
  commit (self);
}

static void
entry_changed_cb (TlTitleField *self)
{
  if (self->editing)
    show_problem (self, NULL);
}

static gboolean
key_pressed_cb (TlTitleField   *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  tl_title_field_end (self);
  gtk_widget_grab_focus (self->button);
  return GDK_EVENT_STOP;
}

/* Going elsewhere keeps what was typed; what is refused stays in the field. */
static void
focus_left_cb (TlTitleField *self)
{
  if (self->editing && !gtk_widget_get_visible (GTK_WIDGET (self->problem_label)))
    commit (self);
}

/* What is selected, or the whole title, to be erased for good. */
static void
erase_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlTitleField *self = TL_TITLE_FIELD (widget);
  g_autofree char *text = NULL;
  int start, end;

  if (self->editing && gtk_editable_get_selection_bounds (GTK_EDITABLE (self->entry), &start, &end))
    text = gtk_editable_get_chars (GTK_EDITABLE (self->entry), start, end);
  tl_title_field_end (self);
  gtk_widget_activate_action (widget, "win.erase-text", "s", text != NULL ? text : self->title);
}

static gboolean
tl_title_field_grab_focus (GtkWidget *widget)
{
  TlTitleField *self = TL_TITLE_FIELD (widget);

  return gtk_widget_grab_focus (self->editing ? self->entry : self->button);
}

static void
tl_title_field_dispose (GObject *object)
{
  TlTitleField *self = TL_TITLE_FIELD (object);

  self->editing = FALSE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_TITLE_FIELD);

  G_OBJECT_CLASS (tl_title_field_parent_class)->dispose (object);
}

static void
tl_title_field_finalize (GObject *object)
{
  g_clear_pointer (&TL_TITLE_FIELD (object)->title, g_free);

  G_OBJECT_CLASS (tl_title_field_parent_class)->finalize (object);
}

static void
tl_title_field_class_init (TlTitleFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_title_field_dispose;
  object_class->finalize = tl_title_field_finalize;
  widget_class->grab_focus = tl_title_field_grab_focus;

  /**
   * TlTitleField::committed:
   * @self: the field
   * @title: what was typed
   *
   * Something else was typed. Answer with tl_title_field_end() or tl_title_field_refuse().
   */
  signals[COMMITTED] = g_signal_new ("committed", TL_TYPE_TITLE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "title.erase", NULL, erase_cb);
  g_type_ensure (TL_TYPE_PRIVACY_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/title-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TlTitleField, stack);
  gtk_widget_class_bind_template_child (widget_class, TlTitleField, button);
  gtk_widget_class_bind_template_child (widget_class, TlTitleField, label);
  gtk_widget_class_bind_template_child (widget_class, TlTitleField, entry);
  gtk_widget_class_bind_template_child (widget_class, TlTitleField, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
tl_title_field_init (TlTitleField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_title_field_set_title:
 * @self: a title field
 * @title: (nullable): the title as it is; what is being typed is left alone
 */
void
tl_title_field_set_title (TlTitleField *self,
                          const char   *title)
{
  g_autofree char *fitted = tl_fitted_text (title, TL_FITTED_TITLE);

  g_return_if_fail (TL_IS_TITLE_FIELD (self));

  if (!g_set_str (&self->title, title != NULL ? title : ""))
    return;
  gtk_label_set_label (self->label, fitted);
}

/**
 * tl_title_field_set_editable:
 * @self: a title field
 * @editable: whether the title may be changed
 */
void
tl_title_field_set_editable (TlTitleField *self,
                             gboolean      editable)
{
  g_return_if_fail (TL_IS_TITLE_FIELD (self));

  gtk_widget_set_sensitive (self->button, editable);
  if (!editable)
    tl_title_field_end (self);
}

/**
 * tl_title_field_begin:
 * @self: a title field
 *
 * Lets the title be changed.
 */
void
tl_title_field_begin (TlTitleField *self)
{
  g_return_if_fail (TL_IS_TITLE_FIELD (self));

  if (self->editing || !gtk_widget_get_sensitive (self->button))
    return;
  show_problem (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->title != NULL ? self->title : "");
  gtk_stack_set_visible_child_name (self->stack, "edit");
  self->editing = TRUE;
  gtk_widget_grab_focus (self->entry);
}

/**
 * tl_title_field_end:
 * @self: a title field
 *
 * Shows the title again.
 */
void
tl_title_field_end (TlTitleField *self)
{
  gboolean had_focus;

  g_return_if_fail (TL_IS_TITLE_FIELD (self));

  if (!self->editing)
    return;
  had_focus = gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN;
  self->editing = FALSE;
  show_problem (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "show");
  if (had_focus)
    gtk_widget_grab_focus (self->button);
}

/**
 * tl_title_field_refuse:
 * @self: a title field that is being changed
 * @reason: why what was typed can't be
 *
 * Marks what was typed and leaves it there to be mended.
 */
void
tl_title_field_refuse (TlTitleField *self,
                       const char   *reason)
{
  g_return_if_fail (TL_IS_TITLE_FIELD (self));
  g_return_if_fail (reason != NULL);

  if (self->editing)
    show_problem (self, reason);
}

/**
 * tl_title_field_is_editing:
 * @self: a title field
 *
 * Returns: whether the title is being changed
 */
gboolean
tl_title_field_is_editing (TlTitleField *self)
{
  g_return_val_if_fail (TL_IS_TITLE_FIELD (self), FALSE);

  return self->editing;
}
