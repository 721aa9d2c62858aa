/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-text-found.h"

G_DEFINE_BOXED_TYPE (TlTextFound, tl_text_found, tl_text_found_copy, tl_text_found_free)

/**
 * tl_text_found_copy:
 * @self: something found
 *
 * Returns: (transfer full): a copy
 */
TlTextFound *
tl_text_found_copy (const TlTextFound *self)
{
  TlTextFound *copy = g_memdup2 (self, sizeof *self);

  copy->place = g_strdup (self->place);
  copy->text = g_strdup (self->text);
  return copy;
}

/**
 * tl_text_found_free:
 * @self: (transfer full): something found
 *
 * Frees it.
 */
void
tl_text_found_free (TlTextFound *self)
{
  g_free (self->place);
  g_free (self->text);
  g_free (self);
}
