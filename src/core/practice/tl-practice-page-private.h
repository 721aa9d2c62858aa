/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tl-practice-case.h"

G_BEGIN_DECLS

/* The page of a case, as tl-practice-page.c reads it from case.json. The texts belong to @root, the lists are its own. */

typedef struct
{
  JsonNode *root;
  GPtrArray *lists;
  const char *title;
  const char *care;
  int level;
  int minutes;
  const char * const *setting;
  const char * const *questions;
  const char * const *teaches;
  const char * const *trail;
  GArray *extracts;
  TlPracticeModel model;
} TlPracticePage;

TlPracticePage *tl_practice_page_load (GFile           *file,
                                       GCancellable    *cancellable,
                                       GError         **error);
void            tl_practice_page_free (TlPracticePage  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPracticePage, tl_practice_page_free)

/* So that files of a later kind are refused, not misread. */
#define TL_PRACTICE_VERSION 1

#define TL_PRACTICE_LEVELS 8

G_END_DECLS
