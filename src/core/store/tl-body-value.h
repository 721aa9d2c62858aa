/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tl-value.h"

G_BEGIN_DECLS

/* How values stand in the body of a change: there is one way only to write each. */

void     tl_body_write_text  (GString       *line,
                              const char    *text);
void     tl_body_write_hex   (GString       *line,
                              gconstpointer  data,
                              gsize          length);
void     tl_body_write_value (GString       *line,
                              const TlValue *value);
gboolean tl_body_read_value  (JsonNode      *node,
                              TlValue       *value);

G_END_DECLS
