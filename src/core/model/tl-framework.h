/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlFrameworkKind:
 * @TL_FRAMEWORK_ASSESSMENT: what an inspection assesses by, as quality statements or key lines of enquiry
 * @TL_FRAMEWORK_REGULATIONS: a set of regulations
 *
 * What sort of thing a risk can refer to.
 */
typedef enum
{
  TL_FRAMEWORK_ASSESSMENT,
  TL_FRAMEWORK_REGULATIONS,
} TlFrameworkKind;

/**
 * TlFrameworkEntry:
 * @code: how a risk names it: the title of a statement, the number of a regulation (`12`, `2009/12`)
 * @title: what it is called
 * @group: the key question, or the set of regulations
 *
 * One statement or regulation.
 */
typedef struct
{
  const char *code;
  const char *title;
  const char *group;
} TlFrameworkEntry;

/**
 * TlFramework:
 *
 * A dated assessment framework or set of regulations. It never changes.
 */
typedef struct _TlFramework TlFramework;

TlFramework            *tl_framework_load          (GFile              *file,
                                                    GCancellable       *cancellable,
                                                    GError            **error);
void                    tl_framework_free          (TlFramework        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFramework, tl_framework_free)

TlFrameworkKind         tl_framework_get_kind      (const TlFramework  *self);
const char             *tl_framework_get_title     (const TlFramework  *self);
const char             *tl_framework_get_date      (const TlFramework  *self);
const char             *tl_framework_get_status    (const TlFramework  *self);
const char             *tl_framework_get_source    (const TlFramework  *self);
guint                   tl_framework_get_n_entries (const TlFramework  *self);
const TlFrameworkEntry *tl_framework_get_entry     (const TlFramework  *self,
                                                    guint               index);
const TlFrameworkEntry *tl_framework_find          (const TlFramework  *self,
                                                    const char         *code);

G_END_DECLS
