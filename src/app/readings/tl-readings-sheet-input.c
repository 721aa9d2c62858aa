/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-sheet-private.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-typed-text.h"

#define PAGE 10

/* ── Typing ───────────────────────────────────────────────────────────────── */

static void
begin_typing (TlReadingsSheet *self,
              gboolean         replacing)
{
  g_autofree char *period = tl_readings_grid_title_row (self->grid, self->row);
  g_autofree char *name = g_strdup_printf ("%s, %s", tl_readings_grid_title_column (self->grid, self->column), period);

  self->typing = TRUE;
  self->replacing = replacing;
  gtk_editable_set_text (GTK_EDITABLE (self->text),
                         replacing ? "" : tl_readings_grid_get_text (self->grid, self->row, self->column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->text), TRUE);
  gtk_text_grab_focus_without_selecting (self->text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

/**
 * tl_readings_sheet_end_typing:
 * @self: a sheet
 * @keep: whether the cell takes what was typed
 *
 * Ends typing into a cell, if somebody is.
 */
void
tl_readings_sheet_end_typing (TlReadingsSheet *self,
                              gboolean         keep)
{
  gboolean had_focus = gtk_widget_has_focus (GTK_WIDGET (self->text));
  g_autofree char *typed = NULL;

  if (!self->typing)
    return;
  self->typing = FALSE;
  typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  if (had_focus)
    gtk_widget_grab_focus (tl_readings_sheet_get_cell (self, self->row, self->column));
  gtk_widget_set_visible (GTK_WIDGET (self->text), FALSE);
  if (keep)
    tl_readings_grid_set_text (self->grid, self->row, self->column, typed);
  if (keep && tl_readings_grid_get_problem (self->grid, self->row, self->column) != NULL)
    tl_announce_problem (GTK_WIDGET (self), tl_readings_grid_get_problem (self->grid, self->row, self->column));
}

static void
text_left_cb (TlReadingsSheet *self)
{
  tl_readings_sheet_end_typing (self, TRUE);
}

/* ── Moving ───────────────────────────────────────────────────────────────── */

static void
step (TlReadingsSheet *self,
      int              rows,
      int              columns,
      gboolean         extending)
{
  int row = CLAMP ((int) self->row + rows, 0, (int) self->shape.n_rows - 1);
  int column = CLAMP ((int) self->column + columns, 0, (int) self->shape.n_columns - 1);

  self->first_column = (guint) column;
  tl_readings_sheet_move (self, (guint) row, (guint) column, extending);
}

/* Enter goes to the next row, beneath where the row was begun. */
static void
enter (TlReadingsSheet *self,
       gboolean         back)
{
  guint row = back ? (self->row > 0 ? self->row - 1 : 0) : self->row + 1;

  tl_readings_sheet_end_typing (self, TRUE);
  tl_readings_sheet_move (self, row, self->first_column, FALSE);
}

/* Returns: whether there is a cell to go to; behind the last the keyboard leaves the sheet */
static gboolean
tab (TlReadingsSheet *self,
     gboolean         back)
{
  guint index = self->row * self->shape.n_columns + self->column;

  tl_readings_sheet_end_typing (self, TRUE);
  if (back ? index == 0 : index + 1 == self->shape.n_rows * self->shape.n_columns)
    return FALSE;
  index = back ? index - 1 : index + 1;
  if (index / self->shape.n_columns != self->row)
    self->first_column = back ? self->shape.n_columns - 1 : 0;
  tl_readings_sheet_move (self, index / self->shape.n_columns, index % self->shape.n_columns, FALSE);
  return TRUE;
}

/* Returns: whether it is a key that moves */
static gboolean
move (TlReadingsSheet *self,
      guint            key,
      gboolean         extending,
      gboolean         far)
{
  int towards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int rows = (int) self->shape.n_rows, columns = (int) self->shape.n_columns;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, far ? -rows : -1, 0, extending);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, far ? rows : 1, 0, extending);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step (self, 0, towards * (far ? -columns : -1), extending);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step (self, 0, towards * (far ? columns : 1), extending);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      step (self, far ? -rows : 0, -columns, extending);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      step (self, far ? rows : 0, columns, extending);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      step (self, -PAGE, 0, extending);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      step (self, PAGE, 0, extending);
      return TRUE;
    default:
      return FALSE;
    }
}

/* ── The clipboard ────────────────────────────────────────────────────────── */

static void
copy (TlReadingsSheet *self)
{
  guint first_row, first_column, last_row, last_column;
  g_autofree char *block = NULL;

  tl_readings_sheet_get_chosen (self, &first_row, &first_column, &last_row, &last_column);
  block = tl_readings_grid_copy (self->grid, first_row, first_column, last_row, last_column);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), block);
}

static void
empty (TlReadingsSheet *self)
{
  guint first_row, first_column, last_row, last_column;

  tl_readings_sheet_get_chosen (self, &first_row, &first_column, &last_row, &last_column);
  tl_readings_grid_empty (self->grid, first_row, first_column, last_row, last_column);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlReadingsSheet) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *block = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_autofree char *left_out = NULL;
  guint first_row, first_column, last_row, last_column;

  if (self->text == NULL)
    return;
  if (block == NULL || *block == '\0')
    {
      tl_readings_sheet_tell_pasted (self, _("There is no text to paste. Copy the cells in the spreadsheet first."));
      return;
    }
  tl_readings_sheet_get_chosen (self, &first_row, &first_column, &last_row, &last_column);
  left_out = tl_readings_grid_paste (self->grid, first_row, first_column, block);
  tl_readings_sheet_tell_pasted (self, left_out);
}

static void
paste (TlReadingsSheet *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, read_cb, g_object_ref (self));
}

/* ── Keys ─────────────────────────────────────────────────────────────────── */

static gboolean
press_while_typing (TlReadingsSheet *self,
                    guint            key,
                    gboolean         shift)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      enter (self, shift);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return tab (self, shift || key == GDK_KEY_ISO_Left_Tab);
    case GDK_KEY_Escape:
      tl_readings_sheet_end_typing (self, FALSE);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Home:
    case GDK_KEY_End:
      if (!self->replacing || shift)
        return FALSE;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      break;
    default:
      return FALSE;
    }
  tl_readings_sheet_end_typing (self, TRUE);
  return move (self, key, FALSE, FALSE);
}

static gboolean
press_with_control (TlReadingsSheet *self,
                    guint            key,
                    gboolean         shift)
{
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_c:
      copy (self);
      return TRUE;
    case GDK_KEY_x:
      copy (self);
      empty (self);
      return TRUE;
    case GDK_KEY_v:
      paste (self);
      return TRUE;
    case GDK_KEY_z:
      if (shift)
        tl_readings_grid_redo (self->grid);
      else
        tl_readings_grid_undo (self->grid);
      return TRUE;
    case GDK_KEY_y:
      tl_readings_grid_redo (self->grid);
      return TRUE;
    case GDK_KEY_a:
      self->other_row = self->other_column = 0;
      tl_readings_sheet_move (self, self->shape.n_rows - 1, self->shape.n_columns - 1, TRUE);
      return TRUE;
    default:
      return move (self, key, shift, TRUE);
    }
}

static gboolean
press (TlReadingsSheet       *self,
       GtkEventControllerKey *controller,
       guint                  key,
       gboolean               shift)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      enter (self, shift);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return tab (self, shift || key == GDK_KEY_ISO_Left_Tab);
    case GDK_KEY_F2:
      begin_typing (self, FALSE);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      empty (self);
      return TRUE;
    default:
      break;
    }
  if (move (self, key, shift, FALSE))
    return TRUE;
  if (g_unichar_isprint (gdk_keyval_to_unicode (key)) && gdk_keyval_to_unicode (key) != ' ')
    {
      begin_typing (self, TRUE);
      gtk_event_controller_key_forward (controller, GTK_WIDGET (self->text));
      return TRUE;
    }
  return FALSE;
}

static gboolean
pressed_cb (TlReadingsSheet       *self,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            GtkEventControllerKey *controller)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->cells->len == 0 || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (self->typing)
    return (state & GDK_CONTROL_MASK) == 0 && press_while_typing (self, key, shift);
  if (state & GDK_CONTROL_MASK)
    return press_with_control (self, key, shift);
  return press (self, controller, key, shift);
}

/* ── The pointer ──────────────────────────────────────────────────────────── */

static void
clicked_cb (TlReadingsSheet *self,
            int              n_presses,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = at != NULL ? (TL_IS_SHEET_CELL (at) ? at : gtk_widget_get_ancestor (at, TL_TYPE_SHEET_CELL)) : NULL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (cell == NULL)
    return;
  tl_readings_sheet_end_typing (self, TRUE);
  self->first_column = tl_sheet_cell_get_column (TL_SHEET_CELL (cell));
  tl_readings_sheet_move (self, tl_sheet_cell_get_row (TL_SHEET_CELL (cell)), self->first_column,
                          (state & GDK_SHIFT_MASK) != 0);
  if (n_presses == 2)
    begin_typing (self, FALSE);
}

void
tl_readings_sheet_add_input (TlReadingsSheet *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *left = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (left, "leave", G_CALLBACK (text_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), left);
  tl_typed_text_guard_line (self->text);
}
