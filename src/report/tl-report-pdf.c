/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-report-private.h"

#include "tl-waiting.h"

/* When the PDF says it was made: never the clock, so that the same workbook and day give the same bytes. */
static char *
get_created (TlReport *self)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  char day[TL_DAY_ISO_LENGTH + 1];
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    {
      g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (seconds);

      return g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
    }

  tl_day_to_iso (tl_assessment_get_as_at (self->assessment), day);
  return g_strdup_printf ("%sT00:00:00Z", day);
}

static GBytes *
make_pdf (TlReport      *self,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree char *title = tl_report_get_title (self);
  g_autofree char *created = get_created (self);
  g_autofree char *history = tl_report_describe_history (self);
  TlDocumentInfo info = {
    .title = title,
    .author = tl_report_get_provider (self),
    .subject = history,
    .created = created,
  };

  if (!tl_report_paginate (self, cancellable, error))
    return NULL;

  return tl_document_free_to_pdf (g_steal_pointer (&self->document), &info, cancellable, error);
}

/**
 * tl_report_write_pdf:
 * @self: a report
 * @stream: where to write; isn't closed
 * @cancellable: (nullable): asked before each risk and page
 * @error: return location for an error
 *
 * Writes the report as a tagged PDF. Nothing is written unless the whole of it could be made. The same assessment,
 * paper and history give the same bytes. The pages are laid out anew for whoever asks for them afterwards.
 *
 * Returns: whether it was written
 */
gboolean
tl_report_write_pdf (TlReport       *self,
                     GOutputStream  *stream,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (TL_IS_REPORT (self) && G_IS_OUTPUT_STREAM (stream), FALSE);

  pdf = make_pdf (self, cancellable, error);
  if (pdf == NULL)
    return FALSE;

  return g_output_stream_write_all (stream, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL, cancellable,
                                    error);
}

/**
 * tl_report_save_pdf:
 * @self: a report
 * @file: where; replaced as a whole, or left as it was
 * @cancellable: (nullable): asked before each risk and page
 * @error: return location for an error
 *
 * Saves the report as a tagged PDF, as tl_report_write_pdf() writes it.
 *
 * Returns: whether it was saved
 */
gboolean
tl_report_save_pdf (TlReport      *self,
                    GFile         *file,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (TL_IS_REPORT (self) && G_IS_FILE (file), FALSE);
  tl_assert_may_wait ();

  pdf = make_pdf (self, cancellable, error);
  if (pdf == NULL)
    return FALSE;

  return g_file_replace_contents (file, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL, FALSE,
                                  G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, error);
}
