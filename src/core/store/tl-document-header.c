/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-document-header.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-schema.h"
#include "tl-store-error.h"

/* Where things are. */
#define AT_MAGIC 0
#define AT_PAGE_SIZE 16
#define AT_WRITE_VERSION 18
#define AT_READ_VERSION 19
#define AT_CHANGE_COUNTER 24
#define AT_N_PAGES 28
#define AT_ENCODING 56
#define AT_USER_VERSION 60
#define AT_APPLICATION_ID 68
#define AT_VALID_FOR 92

#define ROLLBACK 1
#define WAL 2
#define UTF8 1

static guint32
get_number (const guint8 *header,
            guint         offset)
{
  guint32 big_endian;

  memcpy (&big_endian, header + offset, sizeof big_endian);
  return GUINT32_FROM_BE (big_endian);
}

/* A page of 65,536 bytes doesn't fit in two bytes and is written as 1. */
static guint32
get_page_size (const guint8 *header)
{
  guint32 size = (guint32) header[AT_PAGE_SIZE] << 8 | header[AT_PAGE_SIZE + 1];

  return size == 1 ? 65536 : size;
}

static gboolean
is_ours (const guint8 *header,
         gsize         length)
{
  static const char magic[] = "SQLite format 3";

  return length >= TL_DOCUMENT_HEADER_LENGTH
         && memcmp (header + AT_MAGIC, magic, sizeof magic) == 0
         && get_number (header, AT_APPLICATION_ID) == TL_SCHEMA_APPLICATION_ID;
}

static gboolean
is_plausible (const guint8 *header)
{
  guint32 page_size = get_page_size (header);

  return page_size >= 512 && page_size <= 65536 && (page_size & (page_size - 1)) == 0
         && header[AT_WRITE_VERSION] == header[AT_READ_VERSION]
         && (header[AT_READ_VERSION] == ROLLBACK || header[AT_READ_VERSION] == WAL)
         && get_number (header, AT_CHANGE_COUNTER) == get_number (header, AT_VALID_FOR)
         && get_number (header, AT_N_PAGES) > 0
         && get_number (header, AT_ENCODING) == UTF8
         && get_number (header, AT_USER_VERSION) > 0;
}

static gboolean
check_length (const guint8  *header,
              guint64        file_length,
              const char    *name,
              GError       **error)
{
  guint64 expected = (guint64) get_number (header, AT_N_PAGES) * get_page_size (header);
  g_autofree char *has = g_format_size (file_length), *should_have = g_format_size (expected);

  if (file_length == expected)
    return TRUE;
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
               _("“%s” is damaged: it should have %s and has %s. It may not have been copied wholly: copy it again, or "
                 "restore a backup of it."), name, should_have, has);
  return FALSE;
}

/**
 * tl_document_header_read:
 * @header: (array length=length): the beginning of a file
 * @length: how much of it there is, at least %TL_DOCUMENT_HEADER_LENGTH bytes if the file has them
 * @file_length: the length of the whole file
 * @name: what the file is called, for the message
 * @version: (out): the version of its tables, which may be newer than ours
 * @error: return location for an error
 *
 * Checks whether a file can be a workbook of any version, and is all there.
 *
 * Returns: whether it can
 */
gboolean
tl_document_header_read (const guint8  *header,
                         gsize          length,
                         guint64        file_length,
                         const char    *name,
                         guint32       *version,
                         GError       **error)
{
  if (file_length == 0)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_A_WORKBOOK,
                   _("“%s” is empty. If it was a workbook, restore a backup of it, or open another copy."), name);
      return FALSE;
    }
  if (!is_ours (header, length))
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_A_WORKBOOK,
                   _("“%s” is not a Throughline workbook."), name);
      return FALSE;
    }
  if (!is_plausible (header))
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
                   _("“%s” is damaged at its beginning. Restore a backup of it, or open another copy."), name);
      return FALSE;
    }
  *version = get_number (header, AT_USER_VERSION);
  return check_length (header, file_length, name, error);
}

/**
 * tl_document_header_check:
 * @header: (array length=length): the beginning of a file
 * @length: how much of it there is, at least %TL_DOCUMENT_HEADER_LENGTH bytes if the file has them
 * @file_length: the length of the whole file
 * @name: what the file is called, for the message
 * @error: return location for an error
 *
 * Checks whether a file can be a workbook of a version that we can write, and is all there.
 *
 * Returns: whether it can
 */
gboolean
tl_document_header_check (const guint8  *header,
                          gsize          length,
                          guint64        file_length,
                          const char    *name,
                          GError       **error)
{
  guint32 version;

  if (!tl_document_header_read (header, length, file_length, name, &version, error))
    return FALSE;
  if (version <= TL_SCHEMA_VERSION)
    return TRUE;
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NEWER,
               _("“%s” was saved by a newer version of Throughline. Update Throughline to work with it."), name);
  return FALSE;
}

/**
 * tl_document_header_get_version:
 * @header: (array length=length): the beginning of a database
 * @length: how much of it there is
 *
 * Returns: the version of its tables, 0 when it isn't a workbook's
 */
guint32
tl_document_header_get_version (const guint8 *header,
                                gsize         length)
{
  return is_ours (header, length) ? get_number (header, AT_USER_VERSION) : 0;
}

/**
 * tl_document_header_set_rollback:
 * @header: (inout): the beginning of a database, at least %TL_DOCUMENT_HEADER_LENGTH bytes
 *
 * Makes a copied working copy a file that needs no log beside it.
 */
void
tl_document_header_set_rollback (guint8 *header)
{
  header[AT_WRITE_VERSION] = ROLLBACK;
  header[AT_READ_VERSION] = ROLLBACK;
}
