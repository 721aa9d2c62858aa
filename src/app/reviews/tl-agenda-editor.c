/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-agenda-editor.h"

#include <glib/gi18n.h>

#include "tl-mark-cell.h"

#define RISK_KEY "tl-risk"

struct _TlAgendaEditor
{
  AdwBin parent_instance;

  GtkListBox *list;
  gboolean edited;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlAgendaEditor, tl_agenda_editor, ADW_TYPE_BIN)

static int
count_rows (TlAgendaEditor *self)
{
  int n = 0;

  while (gtk_list_box_get_row_at_index (self->list, n) != NULL)
    n++;
  return n;
}

static GtkListBoxRow *
get_row_of (GtkWidget *widget)
{
  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW));
}

/* ── Moving and removing ──────────────────────────────────────────────────── */

static void
edit (TlAgendaEditor *self)
{
  self->edited = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The keyboard stays on what it was on. */
static void
move (TlAgendaEditor *self,
      GtkListBoxRow  *row,
      int             by)
{
  int index = gtk_list_box_row_get_index (row) + by;
  GtkWidget *focus;

  if (index < 0 || index >= count_rows (self))
    return;
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  g_object_ref (row);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), index);
  g_object_unref (row);
  gtk_widget_grab_focus (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (row)) ? focus : GTK_WIDGET (row));
  edit (self);
}

static void
remove_row (TlAgendaEditor *self,
            GtkListBoxRow  *row)
{
  int index = gtk_list_box_row_get_index (row), n = count_rows (self) - 1;

  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (n > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, MIN (index, n - 1))));
  edit (self);
}

static void
up_cb (TlAgendaEditor *self,
       GtkButton      *button)
{
  move (self, get_row_of (GTK_WIDGET (button)), -1);
}

static void
down_cb (TlAgendaEditor *self,
         GtkButton      *button)
{
  move (self, get_row_of (GTK_WIDGET (button)), 1);
}

static void
remove_cb (TlAgendaEditor *self,
           GtkButton      *button)
{
  remove_row (self, get_row_of (GTK_WIDGET (button)));
}

static gboolean
key_cb (TlAgendaEditor  *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  gboolean alt = (state & GDK_ALT_MASK) != 0;

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  if (alt && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    move (self, GTK_LIST_BOX_ROW (row), -1);
  else if (alt && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    move (self, GTK_LIST_BOX_ROW (row), 1);
  else if (!alt && (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete))
    remove_row (self, GTK_LIST_BOX_ROW (row));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* ── Rows ─────────────────────────────────────────────────────────────────── */

static void
add_button (TlAgendaEditor *self,
            GtkWidget      *row,
            const char     *icon,
            const char     *what,
            GCallback       clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, what);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
describe_reasons (const TlAgendaEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (entry->reasons->len, 2); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ((TlAgendaReason *) g_ptr_array_index (entry->reasons, i))->text);
  return g_string_free_and_steal (text);
}

static void
tl_agenda_editor_dispose (GObject *object)
{
  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_AGENDA_EDITOR);

  G_OBJECT_CLASS (tl_agenda_editor_parent_class)->dispose (object);
}

static void
tl_agenda_editor_class_init (TlAgendaEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_agenda_editor_dispose;

  /**
   * TlAgendaEditor::changed:
   * @self: the editor
   *
   * Somebody changed the agenda.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_AGENDA_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/agenda-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TlAgendaEditor, list);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
tl_agenda_editor_init (TlAgendaEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_agenda_editor_clear:
 * @self: an editor
 *
 * Begins with no risks.
 */
void
tl_agenda_editor_clear (TlAgendaEditor *self)
{
  g_return_if_fail (TL_IS_AGENDA_EDITOR (self));

  gtk_list_box_remove_all (self->list);
  self->edited = FALSE;
}

/**
 * tl_agenda_editor_add:
 * @self: an editor
 * @entry: a risk; nothing of it is kept
 *
 * Adds a risk at the end.
 */
void
tl_agenda_editor_add (TlAgendaEditor *self,
                      TlAgendaEntry  *entry)
{
  GtkWidget *row = adw_action_row_new (), *mark = tl_mark_cell_new_finding (entry->severity);
  g_autofree char *reasons = describe_reasons (entry);
  /* Translators: %s is a risk */
  g_autofree char *up = g_strdup_printf (_("Move up: %s"), entry->title);
  /* Translators: %s is a risk */
  g_autofree char *down = g_strdup_printf (_("Move down: %s"), entry->title);
  /* Translators: %s is a risk */
  g_autofree char *away = g_strdup_printf (_("Take off: %s"), entry->title);

  g_return_if_fail (TL_IS_AGENDA_EDITOR (self));

  g_object_set (row, "use-markup", FALSE, "title", entry->title, "subtitle", reasons, NULL);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  add_button (self, row, "go-up-symbolic", up, G_CALLBACK (up_cb));
  add_button (self, row, "go-down-symbolic", down, G_CALLBACK (down_cb));
  add_button (self, row, "list-remove-symbolic", away, G_CALLBACK (remove_cb));
  g_object_set_data_full (G_OBJECT (row), RISK_KEY, g_memdup2 (&entry->risk, sizeof (TlId)), g_free);
  gtk_list_box_append (self->list, row);
}

/**
 * tl_agenda_editor_has:
 * @self: an editor
 * @risk: a risk
 *
 * Returns: whether the risk is on the agenda
 */
gboolean
tl_agenda_editor_has (TlAgendaEditor *self,
                      const TlId     *risk)
{
  g_autoptr (GArray) risks = tl_agenda_editor_list (self);

  for (guint i = 0; i < risks->len; i++)
    if (tl_id_equal (&g_array_index (risks, TlId, i), risk))
      return TRUE;
  return FALSE;
}

/**
 * tl_agenda_editor_list:
 * @self: an editor
 *
 * Returns: (transfer full) (element-type TlId): the risks, in their order
 */
GArray *
tl_agenda_editor_list (TlAgendaEditor *self)
{
  GArray *risks = g_array_new (FALSE, FALSE, sizeof (TlId));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    g_array_append_vals (risks, g_object_get_data (G_OBJECT (row), RISK_KEY), 1);
  return risks;
}

/**
 * tl_agenda_editor_is_edited:
 * @self: an editor
 *
 * Returns: whether somebody changed what was proposed
 */
gboolean
tl_agenda_editor_is_edited (TlAgendaEditor *self)
{
  g_return_val_if_fail (TL_IS_AGENDA_EDITOR (self), FALSE);

  return self->edited;
}
