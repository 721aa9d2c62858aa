/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-typed-text.h"

#include <string.h>

/**
 * tl_typed_text_clean:
 * @text: what was typed or pasted
 * @one_line: whether it has to stand on one line
 *
 * Leaves out characters that can't be shown, and makes spaces of line breaks and tabs where there is one line.
 *
 * Returns: (transfer full): the rest
 */
char *
tl_typed_text_clean (const char *text,
                     gboolean    one_line)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  gboolean after_return = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean breaks = character == '\n' || character == '\r' || character == 0x2028 || character == 0x2029;

      /* A return and a line feed are one break. */
      if (breaks && !(after_return && character == '\n'))
        g_string_append_c (clean, one_line ? ' ' : '\n');
      else if (character == '\t')
        g_string_append_c (clean, one_line ? ' ' : '\t');
      else if (!breaks && !g_unichar_iscntrl (character))
        g_string_append_unichar (clean, character);
      after_return = character == '\r';
    }
  return g_string_free_and_steal (g_steal_pointer (&clean));
}

static void
insert_text_cb (GtkEditable *editable,
                const char  *text,
                int          length,
                int         *position)
{
  g_autofree char *whole = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  g_autofree char *clean = tl_typed_text_clean (whole, TRUE);

  if (g_str_equal (clean, whole))
    return;
  g_signal_stop_emission_by_name (editable, "insert-text");
  g_signal_handlers_block_by_func (editable, insert_text_cb, NULL);
  gtk_editable_insert_text (editable, clean, -1, position);
  g_signal_handlers_unblock_by_func (editable, insert_text_cb, NULL);
}

/**
 * tl_typed_text_guard_line:
 * @text: where one line is typed
 *
 * Cleans what is typed or pasted there.
 */
void
tl_typed_text_guard_line (GtkText *text)
{
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (text)) != NULL
                      ? gtk_editable_get_delegate (GTK_EDITABLE (text)) : GTK_EDITABLE (text),
                    "insert-text", G_CALLBACK (insert_text_cb), NULL);
}

static void
buffer_insert_cb (GtkTextBuffer *buffer,
                  GtkTextIter   *location,
                  char          *text,
                  int            length)
{
  g_autofree char *whole = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  g_autofree char *clean = tl_typed_text_clean (whole, FALSE);

  if (g_str_equal (clean, whole))
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, location, clean, -1);
}

/**
 * tl_typed_text_guard_buffer:
 * @buffer: where several lines are typed
 *
 * Cleans what is typed or pasted there.
 */
void
tl_typed_text_guard_buffer (GtkTextBuffer *buffer)
{
  g_signal_connect (buffer, "insert-text", G_CALLBACK (buffer_insert_cb), NULL);
}
