/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-book.h"
#include "tl-foreign-field.h"

G_BEGIN_DECLS

typedef struct _TlForeignMemory TlForeignMemory;

/**
 * TlForeignMapping:
 *
 * How a spreadsheet that isn't ours is understood: what each sheet tells of, where its headings are, what each column
 * tells, and what words mean. It begins as a guess and is then whatever somebody makes of it. Not to be changed while
 * another thread uses it; copy it instead, as tl_foreign_result_async() does.
 */
typedef struct _TlForeignMapping TlForeignMapping;

TlForeignMapping *tl_foreign_mapping_guess    (TlForeignBook          *book,
                                               TlSnapshot             *existing,
                                               TlForeignMemory        *memory);
TlForeignMapping *tl_foreign_mapping_copy     (const TlForeignMapping *self);
void              tl_foreign_mapping_free     (TlForeignMapping       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlForeignMapping, tl_foreign_mapping_free)

TlDay             tl_foreign_mapping_get_as_of        (const TlForeignMapping *self);
void              tl_foreign_mapping_set_as_of        (TlForeignMapping       *self,
                                                       TlDay                   as_of);

gboolean          tl_foreign_mapping_is_remembered    (const TlForeignMapping *self,
                                                       guint                   sheet);
TlForeignKind     tl_foreign_mapping_get_kind         (const TlForeignMapping *self,
                                                       guint                   sheet);
void              tl_foreign_mapping_set_kind         (TlForeignMapping       *self,
                                                       guint                   sheet,
                                                       TlForeignKind           kind);

guint             tl_foreign_mapping_get_heading_row  (const TlForeignMapping *self,
                                                       guint                   sheet);
guint             tl_foreign_mapping_get_n_heading_rows (const TlForeignMapping *self,
                                                       guint                   sheet);
void              tl_foreign_mapping_set_heading_row  (TlForeignMapping       *self,
                                                       guint                   sheet,
                                                       guint                   row,
                                                       guint                   n_rows);

guint             tl_foreign_mapping_get_n_columns    (const TlForeignMapping *self,
                                                       guint                   sheet);
const char       *tl_foreign_mapping_get_heading      (const TlForeignMapping *self,
                                                       guint                   sheet,
                                                       guint                   column);
TlForeignField    tl_foreign_mapping_get_field        (const TlForeignMapping *self,
                                                       guint                   sheet,
                                                       guint                   column);
void              tl_foreign_mapping_set_field        (TlForeignMapping       *self,
                                                       guint                   sheet,
                                                       guint                   column,
                                                       TlForeignField          field);

gboolean          tl_foreign_mapping_get_split        (const TlForeignMapping *self,
                                                       guint                   sheet);
void              tl_foreign_mapping_set_split        (TlForeignMapping       *self,
                                                       guint                   sheet,
                                                       gboolean                split);

const char       *tl_foreign_mapping_get_meaning      (const TlForeignMapping *self,
                                                       TlForeignField          field,
                                                       const char             *word);
void              tl_foreign_mapping_set_meaning      (TlForeignMapping       *self,
                                                       TlForeignField          field,
                                                       const char             *word,
                                                       const char             *meaning);

G_END_DECLS
