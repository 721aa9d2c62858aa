/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-error.h"

/* What came later, where that is why. */
typedef struct
{
  gboolean has_change;
  TlDigest change;
} TlStoreErrorPrivate;

static void
tl_store_error_private_init (TlStoreErrorPrivate *priv)
{
  priv->has_change = FALSE;
}

static void
tl_store_error_private_copy (const TlStoreErrorPrivate *source,
                             TlStoreErrorPrivate       *copy)
{
  *copy = *source;
}

static void
tl_store_error_private_clear (TlStoreErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (TlStoreError, tl_store_error)

/**
 * tl_store_error_set_change:
 * @error: a %TL_STORE_ERROR
 * @change: the id of a change
 *
 * Says which change is in the way.
 */
void
tl_store_error_set_change (GError         *error,
                           const TlDigest *change)
{
  TlStoreErrorPrivate *priv = tl_store_error_get_private (error);

  g_return_if_fail (priv != NULL);

  priv->has_change = TRUE;
  priv->change = *change;
}

/**
 * tl_store_error_get_change:
 * @error: any error
 * @change: (out): the id of the change that is in the way
 *
 * Returns: whether the error names one
 */
gboolean
tl_store_error_get_change (const GError *error,
                           TlDigest     *change)
{
  TlStoreErrorPrivate *priv =
    error != NULL && error->domain == TL_STORE_ERROR ? tl_store_error_get_private (error) : NULL;

  if (priv == NULL || !priv->has_change)
    return FALSE;
  *change = priv->change;
  return TRUE;
}
