/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-ink.h"

G_BEGIN_DECLS

/* The marks and what they mean. Each says by its shape alone what it is; colour only repeats it. Positions are the
 * middle of a mark, in units of the drawing; sizes scale with the ink's text. */

/* Radii of a link's mark in pixels of the design. */
#define TL_MARK_RADIUS_CELL 5.5
#define TL_MARK_RADIUS_REVIEW 6.5
#define TL_MARK_RADIUS_PAGE 7.5
#define TL_MARK_RADIUS_PAPER 8.5

/**
 * TlLineRun:
 * @TL_LINE_RUN_RIGHT: from left to right
 * @TL_LINE_RUN_LEFT: from right to left, the marks mirrored
 * @TL_LINE_RUN_DOWN: down a page
 *
 * Which way the line runs.
 */
typedef enum
{
  TL_LINE_RUN_RIGHT,
  TL_LINE_RUN_LEFT,
  TL_LINE_RUN_DOWN,
} TlLineRun;

/**
 * TlReviewMark:
 *
 * What a review left behind: its own mark, a challenge, a decision, or a warning sign that was seen.
 */
typedef enum
{
  TL_REVIEW_MARK_REVIEW,
  TL_REVIEW_MARK_CHALLENGE,
  TL_REVIEW_MARK_DECISION,
  TL_REVIEW_MARK_SIGN,
} TlReviewMark;

void tl_mark_link             (cairo_t            *cr,
                               const TlInk        *ink,
                               TlLinkState         state,
                               double              x,
                               double              y,
                               double              radius,
                               gboolean            mirrored);
void tl_mark_thread           (cairo_t            *cr,
                               const TlInk        *ink,
                               double              x1,
                               double              y1,
                               double              x2,
                               double              y2,
                               gboolean            solid);
void tl_mark_line             (cairo_t            *cr,
                               const TlInk        *ink,
                               const TlLinkState  *states,
                               TlLineLink          position,
                               double              x,
                               double              y,
                               double              pitch,
                               double              radius,
                               TlLineRun           run);
void tl_mark_line_cell        (cairo_t            *cr,
                               const TlInk        *ink,
                               const TlLinkState  *states,
                               TlLineLink          position,
                               double              x,
                               double              y,
                               gboolean            mirrored);
void tl_mark_line_cell_size   (const TlInk        *ink,
                               double             *width,
                               double             *height);

void tl_mark_rating           (cairo_t            *cr,
                               const TlInk        *ink,
                               int                 rating,
                               TlBand              band,
                               double              x,
                               double              y);
void tl_mark_rating_size      (const TlInk        *ink,
                               double             *width,
                               double             *height);
void tl_mark_finding          (cairo_t            *cr,
                               const TlInk        *ink,
                               TlSeverity          severity,
                               double              x,
                               double              y);
void tl_mark_evidence         (cairo_t            *cr,
                               const TlInk        *ink,
                               TlVerdict           verdict,
                               TlEvidenceKind      kind,
                               double              x,
                               double              y);
void tl_mark_selected         (cairo_t            *cr,
                               const TlInk        *ink,
                               double              x,
                               double              y);
void tl_mark_place            (cairo_t            *cr,
                               const TlInk        *ink,
                               TlPlaceState        state,
                               double              x,
                               double              y);
void tl_mark_pooled           (cairo_t            *cr,
                               const TlInk        *ink,
                               double              x,
                               double              y);

void tl_mark_agreed           (cairo_t            *cr,
                               const TlInk        *ink,
                               double              x,
                               double              y);
void tl_mark_done             (cairo_t            *cr,
                               const TlInk        *ink,
                               double              x,
                               double              y);
void tl_mark_proven           (cairo_t            *cr,
                               const TlInk        *ink,
                               double              x,
                               double              y);
void tl_mark_due              (cairo_t            *cr,
                               const TlInk        *ink,
                               double              x,
                               double              y);
void tl_mark_moved            (cairo_t            *cr,
                               const TlInk        *ink,
                               double              x,
                               double              y);
void tl_mark_action_bar       (cairo_t            *cr,
                               const TlInk        *ink,
                               double              from,
                               double              to,
                               double              y,
                               gboolean            open);
void tl_mark_action_proof     (cairo_t            *cr,
                               const TlInk        *ink,
                               double              from,
                               double              to,
                               double              y);
void tl_mark_silence          (cairo_t            *cr,
                               const TlInk        *ink,
                               double              from,
                               double              to,
                               double              y,
                               double              height,
                               const char         *words);
void tl_mark_review           (cairo_t            *cr,
                               const TlInk        *ink,
                               TlReviewMark        mark,
                               double              x,
                               double              y);
void tl_mark_owner            (cairo_t            *cr,
                               const TlInk        *ink,
                               gboolean            claimed,
                               double              x,
                               double              y);

G_END_DECLS
