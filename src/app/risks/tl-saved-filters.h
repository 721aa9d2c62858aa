/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-saved-filter.h"

G_BEGIN_DECLS

/**
 * TlSavedFiltersError:
 * @TL_SAVED_FILTERS_ERROR_NAME: the name can't be given
 *
 * Why a filter can't be saved.
 */
typedef enum
{
  TL_SAVED_FILTERS_ERROR_NAME,
} TlSavedFiltersError;

#define TL_SAVED_FILTERS_ERROR (tl_saved_filters_error_quark ())
GQuark tl_saved_filters_error_quark (void);

/**
 * TlSavedFilters:
 *
 * A list of #TlSavedFilter, kept in the settings of the person at this computer.
 */
#define TL_TYPE_SAVED_FILTERS (tl_saved_filters_get_type ())
G_DECLARE_FINAL_TYPE (TlSavedFilters, tl_saved_filters, TL, SAVED_FILTERS, GObject)

TlSavedFilters *tl_saved_filters_new    (GSettings       *settings);
gboolean        tl_saved_filters_add    (TlSavedFilters  *self,
                                         const char      *name,
                                         GVariant        *arrangement,
                                         GError         **error);
gboolean        tl_saved_filters_rename (TlSavedFilters  *self,
                                         TlSavedFilter   *filter,
                                         const char      *name,
                                         GError         **error);
guint           tl_saved_filters_remove (TlSavedFilters  *self,
                                         TlSavedFilter   *filter);
void            tl_saved_filters_insert (TlSavedFilters  *self,
                                         guint            position,
                                         TlSavedFilter   *filter);

G_END_DECLS
