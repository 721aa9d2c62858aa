/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-pieces.h"

#include <string.h>

#include "tl-progress.h"

/* Nearly all of the time that a long sheet takes goes by in the XML parser. So it is cut into pieces where a row seems to
 * begin, and several are read at a time, each by a parser of its own that is told within which elements it is. A piece
 * counts only if nothing was wrong with it, all before it counted, and its parser ended between two rows within the same
 * elements: then a single parser would have been just there, and the next piece can be trusted to begin with a row. From
 * the first piece on that doesn't count, a single parser reads all the rest, and finds out what is wrong, if anything. */

#define LENGTH (256 * 1024)
/* Where no row begins for so long, none may ever. */
#define MOST_LENGTHS 16
#define MOST_THREADS 4
#define CHUNK (64 * 1024)

static gsize chosen_length = LENGTH;

typedef struct
{
  const TlXlsxBook *book;
  TlXlsxPart *part;
  gboolean as_shown;
  GCancellable *cancellable;
  /* What has been read and isn't in a piece yet. */
  GByteArray *rest;
  gboolean ended;
  /* Why nothing more can be read, which is told when all before it has been. */
  GError *error;
  /* Within which elements the rows are, once the first piece has told. */
  GStrv outer;
  /* The pieces that are being read, in order. */
  GQueue *pieces;
  GThreadPool *pool;
  GMutex lock;
  GCond done;
} Pieces;

typedef struct
{
  GByteArray *text;
  gboolean first;
  gboolean last;
  TlSheet *sheet;
  gboolean counts;
  gboolean done;
} Piece;

static void
piece_free (Piece *piece)
{
  g_byte_array_unref (piece->text);
  tl_sheet_free (piece->sheet);
  g_free (piece);
}

static gboolean
read_piece (Pieces *self,
            Piece  *piece)
{
  g_autoptr (TlXlsxCells) cells = tl_xlsx_cells_new (piece->sheet, self->book, self->as_shown, NULL);
  g_autoptr (TlXlsxParser) parser = tl_xlsx_parser_new (&tl_xlsx_cells_handler, cells);

  if (!piece->first)
    {
      tl_xlsx_cells_need_number (cells);
      if (!tl_xlsx_parser_open (parser, self->outer))
        return FALSE;
    }
  if (!tl_xlsx_parser_feed (parser, (const char *) piece->text->data, piece->text->len, piece->last, NULL))
    return FALSE;
  return tl_xlsx_cells_is_between_rows (cells) && (piece->last || tl_xlsx_parser_close (parser, &self->outer));
}

static void
read_piece_aside (gpointer data,
                  gpointer user_data)
{
  Piece *piece = data;
  Pieces *self = user_data;
  gboolean counts = read_piece (self, piece);

  g_mutex_lock (&self->lock);
  piece->counts = counts;
  piece->done = TRUE;
  g_cond_broadcast (&self->done);
  g_mutex_unlock (&self->lock);
}

static void
wait_for (Pieces      *self,
          const Piece *piece)
{
  g_mutex_lock (&self->lock);
  while (!piece->done)
    g_cond_wait (&self->done, &self->lock);
  g_mutex_unlock (&self->lock);
}

/* Returns: where the last row of the rest begins, 0 when none does after @start */
static gsize
find_cut (const GByteArray *rest,
          gsize             start)
{
  static const char row[] = { '<', 'r', 'o', 'w' };

  for (gsize at = rest->len > sizeof row ? rest->len - sizeof row - 1 : 0; at > start; at--)
    {
      if (rest->data[at] == '<' && memcmp (rest->data + at, row, sizeof row) == 0
          && (g_ascii_isspace (rest->data[at + sizeof row]) || rest->data[at + sizeof row] == '>'
              || rest->data[at + sizeof row] == '/'))
        return at;
    }
  return 0;
}

static gboolean
read_chunk (Pieces *self)
{
  gsize got = 0, most = MIN (CHUNK, chosen_length);
  guint length = self->rest->len;

  g_byte_array_set_size (self->rest, length + (guint) most);
  if (tl_xlsx_part_read (self->part, self->rest->data + length, most, &got, &self->error))
    self->ended = got == 0;
  g_byte_array_set_size (self->rest, length + (guint) got);
  return self->error == NULL;
}

/* Returns: (transfer full) (nullable): the next piece, %NULL where it can't be read or cut off */
static Piece *
cut_off (Pieces *self)
{
  gsize cut = 0, wanted = chosen_length, seen = 0;
  Piece *piece;

  while (cut == 0 && !self->ended)
    {
      while (self->rest->len < wanted && !self->ended)
        {
          if (!read_chunk (self))
            return NULL;
        }
      cut = self->ended ? 0 : find_cut (self->rest, seen);
      if (cut == 0 && !self->ended && self->rest->len >= MOST_LENGTHS * chosen_length)
        return NULL;
      wanted = self->rest->len + 1;
      /* What looks like a row may have been read only in part. */
      seen = self->rest->len - MIN (self->rest->len, 2 * sizeof "<row");
    }
  piece = g_new0 (Piece, 1);
  piece->last = self->ended;
  piece->text = self->rest;
  self->rest = g_byte_array_new ();
  if (!piece->last)
    {
      g_byte_array_append (self->rest, piece->text->data + cut, piece->text->len - (guint) cut);
      g_byte_array_set_size (piece->text, (guint) cut);
    }
  piece->sheet = tl_sheet_new_piece ();
  return piece;
}

static gboolean
count_rows (Pieces         *self,
            const TlSheet  *piece,
            GError        **error)
{
  for (guint i = 0; i < tl_sheet_get_n_rows (piece); i++)
    {
      if (!tl_progress_step (self->cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* Keeps a few pieces in hand, so that the threads have something to do. The first tells where the others are. */
static void
fill (Pieces   *self,
      gboolean *cut)
{
  guint most = self->outer == NULL ? 1 : 2 * (guint) g_thread_pool_get_max_threads (self->pool);

  while (*cut && g_queue_get_length (self->pieces) < most)
    {
      Piece *piece = cut_off (self);

      *cut = piece != NULL && !piece->last;
      if (piece == NULL)
        return;
      piece->first = self->outer == NULL;
      g_queue_push_tail (self->pieces, piece);
      g_thread_pool_push (self->pool, piece, NULL);
    }
}

/* All that hasn't counted, and all that hasn't been cut off. */
static gboolean
read_rest (Pieces   *self,
           TlSheet  *sheet,
           GError  **error)
{
  g_autoptr (TlXlsxCells) cells = tl_xlsx_cells_new (sheet, self->book, self->as_shown, self->cancellable);
  g_autoptr (TlXlsxParser) parser = tl_xlsx_parser_new (&tl_xlsx_cells_handler, cells);

  if (self->outer != NULL && !tl_xlsx_parser_open (parser, self->outer))
    return tl_xlsx_refuse_damaged (error);
  for (GList *at = self->pieces->head; at != NULL; at = at->next)
    {
      const Piece *piece = at->data;

      if (!tl_xlsx_parser_feed (parser, (const char *) piece->text->data, piece->text->len, FALSE, error))
        return FALSE;
    }
  if (!tl_xlsx_parser_feed (parser, (const char *) self->rest->data, self->rest->len, FALSE, error))
    return FALSE;
  if (self->error == NULL)
    return tl_xlsx_parser_read (parser, self->part, error);
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

static gboolean
read_all (Pieces   *self,
          TlSheet  *sheet,
          GError  **error)
{
  gboolean cut = TRUE, counts = TRUE, last = FALSE;

  while (counts && !last)
    {
      Piece *piece;

      fill (self, &cut);
      piece = g_queue_peek_head (self->pieces);
      if (piece == NULL)
        break;
      wait_for (self, piece);
      last = piece->last;
      counts = piece->counts && tl_sheet_append (sheet, piece->sheet);
      if (!counts)
        break;
      if (!count_rows (self, piece->sheet, error))
        return FALSE;
      piece_free (g_queue_pop_head (self->pieces));
    }
  return last && counts ? TRUE : read_rest (self, sheet, error);
}

/**
 * tl_xlsx_pieces_read:
 * @sheet: an empty sheet
 * @book: the spreadsheet that it is part of
 * @part: the part that holds it
 * @as_shown: whether a date of which only the month is shown is a month, rather than the day that it stands for
 * @error: what is wrong; where, [method@Tl.Sheet.get_current_row] of @sheet tells
 *
 * Reads the cells of a long sheet, as [func@Tl.xlsx_cells_read] does, on several threads.
 *
 * Returns: whether all of them could be read
 */
gboolean
tl_xlsx_pieces_read (TlSheet           *sheet,
                     const TlXlsxBook  *book,
                     TlXlsxPart        *part,
                     gboolean           as_shown,
                     GError           **error)
{
  g_autoptr (GQueue) pieces = g_queue_new ();
  Pieces self = { .book = book, .part = part, .as_shown = as_shown, .cancellable = tl_xlsx_part_get_cancellable (part),
                  .rest = g_byte_array_new (), .pieces = pieces };
  gboolean done;

  g_mutex_init (&self.lock);
  g_cond_init (&self.done);
  self.pool = g_thread_pool_new (read_piece_aside, &self, (int) MIN (g_get_num_processors (), MOST_THREADS), FALSE, NULL);
  done = read_all (&self, sheet, error);
  g_thread_pool_free (self.pool, TRUE, TRUE);
  g_queue_clear_full (pieces, (GDestroyNotify) piece_free);
  g_byte_array_unref (self.rest);
  g_strfreev (self.outer);
  g_clear_error (&self.error);
  g_cond_clear (&self.done);
  g_mutex_clear (&self.lock);
  return done;
}

/**
 * tl_xlsx_pieces_set_length:
 * @length: how many bytes a piece has at least, 0 for what it is otherwise
 *
 * Lets short sheets be cut into pieces, to try it.
 */
void
tl_xlsx_pieces_set_length (gsize length)
{
  chosen_length = length > 0 ? length : LENGTH;
}
