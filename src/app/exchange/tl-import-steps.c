/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-dialog-private.h"

#include <glib/gi18n.h>

#include "tl-format.h"

/* The steps in which somebody says how a spreadsheet that isn't ours is read. */

#define SHEETS "sheets"
#define COLUMNS "columns"
#define WORDS "words"
#define ROWS "rows"
#define PREVIEW "preview"

static const char *
get_step (TlImportDialog *self)
{
  return adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (self->steps));
}

static TlDay
get_today (TlImportDialog *self)
{
  return tl_workbook_get_today (self->workbook);
}

gboolean
tl_import_dialog_can_go_on (TlImportDialog *self)
{
  return self->reading != NULL && self->reading->mapping != NULL && self->busy == NULL
         && (!g_str_equal (get_step (self), SHEETS) || tl_mapping_sheets_is_enough (self->sheets_step));
}

static void
load_columns (TlImportDialog *self)
{
  tl_mapping_columns_load (self->columns_step, self->reading->book, self->reading->mapping);
}

static void
load_result (TlImportDialog *self)
{
  /* Whoever comes from there may come back, also to what isn't finished. */
  if (!g_str_equal (self->next, ROWS))
    tl_mapping_words_load (self->words_step, self->result, self->reading->mapping, self->existing, get_today (self));
  tl_mapping_rows_load (self->rows_step, self->result, self->existing);
  tl_import_preview_set_plan (self->preview, self->result->plan, TRUE);
}

/* As though somebody had come here step by step, so that the way back is the same. */
static void
show_preview (TlImportDialog *self)
{
  static const char * const all[] = { SHEETS, COLUMNS, WORDS, ROWS, PREVIEW };
  static const char * const wordless[] = { SHEETS, COLUMNS, ROWS, PREVIEW };

  if (self->result->words->len > 0)
    adw_navigation_view_replace_with_tags (self->steps, all, G_N_ELEMENTS (all));
  else
    adw_navigation_view_replace_with_tags (self->steps, wordless, G_N_ELEMENTS (wordless));
}

/* A step is left out when there is nothing to say in it. */
static void
show_next (TlImportDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "steps");
  if (g_str_equal (self->next, PREVIEW))
    show_preview (self);
  else if (g_str_equal (self->next, WORDS) && self->result->words->len == 0)
    adw_navigation_view_push_by_tag (self->steps, ROWS);
  else
    adw_navigation_view_push_by_tag (self->steps, self->next);
  tl_import_dialog_update (self);
}

static void
worked_out_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TlImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  TlForeignResult *made = tl_foreign_result_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  tl_import_dialog_end (self);
  if (made == NULL)
    {
      tl_import_dialog_show_failure (self, error->message);
      return;
    }
  g_clear_pointer (&self->result, tl_foreign_result_free);
  self->result = made;
  load_result (self);
  show_next (self);
}

/**
 * tl_import_dialog_work_out:
 * @self: a dialog with a spreadsheet that isn't ours
 * @next: the step that comes next
 *
 * Works out what the mapping makes of the file, and then shows a step.
 */
void
tl_import_dialog_work_out (TlImportDialog *self,
                           const char     *next)
{
  self->next = next;
  tl_import_dialog_begin (self, _("Working Out What It Says"), FALSE);
  tl_import_dialog_look_at_now (self);
  tl_foreign_result_async (self->reading->book, self->reading->mapping, self->existing, G_CANCELLABLE (self->busy),
                           worked_out_cb, g_object_ref (self));
}

/**
 * tl_import_dialog_go_on:
 * @self: a dialog at a step
 *
 * Goes on to the next step.
 */
void
tl_import_dialog_go_on (TlImportDialog *self)
{
  const char *step = get_step (self);

  if (g_str_equal (step, SHEETS))
    {
      load_columns (self);
      adw_navigation_view_push_by_tag (self->steps, COLUMNS);
    }
  else if (g_str_equal (step, COLUMNS))
    tl_import_dialog_work_out (self, WORDS);
  else if (g_str_equal (step, WORDS))
    tl_import_dialog_work_out (self, ROWS);
  else if (g_str_equal (step, ROWS))
    adw_navigation_view_push_by_tag (self->steps, PREVIEW);
}

/**
 * tl_import_dialog_begin_steps:
 * @self: a dialog with a spreadsheet that isn't ours
 *
 * Asks how it is read, or goes straight to what it would do where that is known already.
 */
void
tl_import_dialog_begin_steps (TlImportDialog *self)
{
  static const char * const first[] = { SHEETS };

  tl_import_preview_clear (self->preview);
  tl_mapping_sheets_load (self->sheets_step, self->reading->book, self->reading->mapping, get_today (self));
  load_columns (self);
  gtk_widget_set_visible (self->cancel_button, FALSE);
  if (self->reading->remembered)
    {
      tl_import_dialog_work_out (self, PREVIEW);
      return;
    }
  adw_navigation_view_replace_with_tags (self->steps, first, G_N_ELEMENTS (first));
  gtk_stack_set_visible_child_name (self->stack, "steps");
  tl_import_dialog_update (self);
}

/**
 * tl_import_dialog_offer_rest:
 * @self: a dialog with a spreadsheet of ours
 *
 * Offers to say what those of its sheets hold that aren't ours.
 */
void
tl_import_dialog_offer_rest (TlImportDialog *self)
{
  TlForeignBook *book = self->reading->book;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL, *text = NULL, *escaped = NULL;

  for (guint i = 0; book != NULL && i < tl_foreign_book_get_n_sheets (book); i++)
    {
      if (tl_foreign_book_is_rest (book, i))
        g_ptr_array_add (names, (gpointer) tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (book, i)));
      else
        tl_foreign_mapping_set_kind (self->reading->mapping, i, TL_FOREIGN_KIND_NONE);
    }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  list = tl_format_list ((const char * const *) names->pdata);
  /* Translators: the names of sheets that aren't Throughline's */
  text = g_strdup_printf (_("Not Throughline’s own, and left out: %s"), list);
  escaped = g_markup_escape_text (text, -1);
  tl_import_preview_offer_rest (self->preview, escaped);
}
