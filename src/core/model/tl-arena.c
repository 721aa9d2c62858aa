/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-arena.h"

/* Many arenas hold the little that is concluded of one risk, a few hold millions of rows. */
#define FIRST_BLOCK_SIZE ((gsize) 2 * 1024)
#define BLOCK_SIZE ((gsize) 64 * 1024)
/* A piece of more than such a part of a block is large. */
#define LARGE ((gsize) 4)
/* As wide as a pointer or a double. */
#define ALIGNMENT ((gsize) 8)

struct _TlArena
{
  GPtrArray *blocks;
  GStringChunk *texts;
  guint8 *next;
  gsize left;
  gsize block;
};

/**
 * tl_arena_new:
 *
 * Returns: (transfer full): an empty arena
 */
TlArena *
tl_arena_new (void)
{
  TlArena *self = g_new0 (TlArena, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (BLOCK_SIZE);
  self->block = FIRST_BLOCK_SIZE;
  return self;
}

/**
 * tl_arena_free:
 * @self: (transfer full): an arena
 *
 * Frees an arena with everything that it handed out.
 */
void
tl_arena_free (TlArena *self)
{
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * tl_arena_allocate:
 * @self: an arena
 * @size: how many bytes
 *
 * Returns: (transfer none): as many zero bytes, aligned for pointers and numbers, which live as long as the arena
 */
gpointer
tl_arena_allocate (TlArena *self,
                   gsize    size)
{
  gpointer piece;

  size = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  /* What is large has a block of its own, and what is left of the present one isn't lost. */
  if (size > self->left && size > self->block / LARGE)
    {
      piece = g_malloc0 (size);
      g_ptr_array_add (self->blocks, piece);
      return piece;
    }
  if (size > self->left)
    {
      self->next = g_malloc0 (self->block);
      self->left = self->block;
      self->block = MIN (2 * self->block, BLOCK_SIZE);
      g_ptr_array_add (self->blocks, self->next);
    }

  piece = self->next;
  self->next += size;
  self->left -= size;
  return piece;
}

/**
 * tl_arena_keep:
 * @self: an arena
 * @text: a text
 *
 * Returns: (transfer none): the same text, which lives as long as the arena; equal texts are kept once
 */
const char *
tl_arena_keep (TlArena    *self,
               const char *text)
{
  return g_string_chunk_insert_const (self->texts, text);
}
