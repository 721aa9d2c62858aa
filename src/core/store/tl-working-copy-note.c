/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-working-copy-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tl-store.h"
#include "tl-waiting.h"

#define GROUP "Working copy"

static gboolean
read_digest (const char *hex,
             TlDigest   *digest)
{
  if (hex == NULL || strlen (hex) != 2 * sizeof digest->bytes)
    return FALSE;
  for (gsize i = 0; i < sizeof digest->bytes; i++)
    {
      int high = g_ascii_xdigit_value (hex[2 * i]), low = g_ascii_xdigit_value (hex[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      digest->bytes[i] = (guint8) (high << 4 | low);
    }
  return TRUE;
}

/**
 * tl_working_copy_clear_note:
 * @note: what is noted
 *
 * Frees what a note holds.
 */
void
tl_working_copy_clear_note (TlWorkingCopyNote *note)
{
  g_clear_pointer (&note->address, g_free);
  g_clear_pointer (&note->mark, g_free);
}

/**
 * tl_working_copy_read_note:
 * @self: a working copy
 * @error: return location for an error
 *
 * Reads what was noted before.
 *
 * Returns: whether it was read; one that is damaged says nothing
 */
gboolean
tl_working_copy_read_note (TlWorkingCopy  *self,
                           GError        **error)
{
  g_autofree char *path = g_build_filename (self->folder, TL_WORKING_COPY_NOTE, NULL);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *document = NULL, *saved = NULL;
  TlWorkingCopyNote note = { 0 };
  g_autoptr (GError) reason = NULL;

  if (!g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, &reason))
    {
      if (reason->domain == G_KEY_FILE_ERROR)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  document = g_key_file_get_string (keys, GROUP, "Document", NULL);
  saved = g_key_file_get_string (keys, GROUP, "Saved", NULL);
  if (document == NULL || !tl_id_from_hex (document, &note.document) || !read_digest (saved, &note.saved))
    {
      /* Notes are whole when they are written, so this one wasn't read to its end. */
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_IO, g_strerror (EIO));
      return FALSE;
    }
  note.address = g_key_file_get_string (keys, GROUP, "Address", NULL);
  note.mark = g_key_file_get_string (keys, GROUP, "Mark", NULL);
  tl_working_copy_clear_note (&self->note);
  self->note = note;
  return TRUE;
}

/**
 * tl_working_copy_get_note:
 * @self: a working copy
 *
 * Returns: (transfer none): what is noted
 */
const TlWorkingCopyNote *
tl_working_copy_get_note (TlWorkingCopy *self)
{
  return &self->note;
}

static void
set_hex (GKeyFile     *keys,
         const char   *key,
         const guint8 *bytes,
         gsize         length)
{
  g_autoptr (GString) hex = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);
  g_key_file_set_string (keys, GROUP, key, hex->str);
}

/**
 * tl_working_copy_set_note:
 * @self: a working copy
 * @note: what to note
 * @error: return location for an error
 *
 * Notes which document this is, where its file is and what is saved, durably, unless it goes with the program.
 *
 * Returns: whether that worked
 */
gboolean
tl_working_copy_set_note (TlWorkingCopy            *self,
                          const TlWorkingCopyNote  *note,
                          GError                  **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = g_build_filename (self->folder, TL_WORKING_COPY_NOTE, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) failure = NULL;
  TlWorkingCopyNote kept = { note->document, g_strdup (note->address), g_strdup (note->mark), note->saved };
  GFileSetContentsFlags flags = tl_store_is_passing (path) ? G_FILE_SET_CONTENTS_NONE
                                                           : G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  gsize length;

  tl_assert_may_wait ();

  tl_working_copy_clear_note (&self->note);
  self->note = kept;
  set_hex (keys, "Document", note->document.bytes, sizeof note->document.bytes);
  set_hex (keys, "Saved", note->saved.bytes, sizeof note->saved.bytes);
  if (kept.address != NULL)
    g_key_file_set_string (keys, GROUP, "Address", kept.address);
  if (kept.mark != NULL)
    g_key_file_set_string (keys, GROUP, "Mark", kept.mark);

  text = g_key_file_to_data (keys, &length, NULL);
  if (g_file_set_contents_full (path, text, (gssize) length, flags, 0600, &failure))
    return TRUE;
  return tl_working_copy_refuse (self->folder,
                                 g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? ENOSPC
                                 : g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_ACCES) ? EACCES : EIO, error);
}

/**
 * tl_working_copy_mark_traces:
 * @self: a working copy
 * @traces: whether its database may have traces of what was erased for good
 *
 * Notes, durably, that the database is to be written anew before anything else is done with it, or that it has been.
 */
void
tl_working_copy_mark_traces (TlWorkingCopy *self,
                             gboolean       traces)
{
  g_autofree char *path = g_build_filename (self->folder, TL_WORKING_COPY_TRACES, NULL);

  if (traces)
    g_file_set_contents_full (path, "", 0, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, NULL);
  else
    g_unlink (path);
}

/**
 * tl_working_copy_has_traces:
 * @self: a working copy
 *
 * Returns: whether its database may have traces of what was erased for good
 */
gboolean
tl_working_copy_has_traces (TlWorkingCopy *self)
{
  g_autofree char *path = g_build_filename (self->folder, TL_WORKING_COPY_TRACES, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}
