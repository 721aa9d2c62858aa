/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-block.h"

G_BEGIN_DECLS

/**
 * TlSliceFlags:
 * @TL_SLICE_KEEP: stays on the page of the next slice
 * @TL_SLICE_CONTINUES: at the top of a page the block's head comes before it
 * @TL_SLICE_NEW_PAGE: begins a page
 * @TL_SLICE_CLEAR: begins below whatever reaches down beside the slices before it
 * @TL_SLICE_MARKER: only marks a place, and leaves the space that was asked for to what comes next
 */
typedef enum
{
  TL_SLICE_PLAIN = 0,
  TL_SLICE_KEEP = 1 << 0,
  TL_SLICE_CONTINUES = 1 << 1,
  TL_SLICE_NEW_PAGE = 1 << 2,
  TL_SLICE_CLEAR = 1 << 3,
  TL_SLICE_MARKER = 1 << 4,
} TlSliceFlags;

/**
 * TlPosition:
 * @page: number of the page, from 0
 * @y: how far down the frame
 *
 * Where something came to stand.
 */
typedef struct
{
  guint page;
  double y;
} TlPosition;

/**
 * TlFlow:
 *
 * Blocks one after another, cut into slices that are never cut themselves, and the pages that they fill.
 * Lengths are in points; the frame is the part of a page between header and footer.
 */
TlFlow           *tl_flow_new            (TlTypesetter   *typesetter,
                                          double          x,
                                          double          width,
                                          double          height);
void              tl_flow_free           (TlFlow         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlow, tl_flow_free)

TlTypesetter     *tl_flow_get_typesetter (TlFlow         *self);
TlFlow           *tl_flow_new_trial      (TlFlow         *self,
                                          TlTypesetter   *typesetter);
guint             tl_flow_take           (TlFlow         *self,
                                          TlFlow         *trial);
double            tl_flow_get_height     (TlFlow         *self);
double            tl_flow_get_x          (TlFlow         *self);
double            tl_flow_get_width      (TlFlow         *self);

void              tl_flow_add            (TlFlow         *self,
                                          TlBlock        *block);
void              tl_flow_add_space      (TlFlow         *self,
                                          double          space);
void              tl_flow_set_closeness  (TlFlow         *self,
                                          TlCloseness     closeness);
void              tl_flow_add_flush      (TlFlow         *self);
void              tl_flow_add_new_page   (TlFlow         *self);
void              tl_flow_keep_with_next (TlFlow         *self);

void              tl_flow_add_depth      (TlFlow         *self,
                                          int             change);
void              tl_flow_push_inset     (TlFlow         *self,
                                          double          left);
void              tl_flow_pop_inset      (TlFlow         *self);

guint             tl_flow_add_slice      (TlFlow         *self,
                                          TlBlock        *block,
                                          guint           index,
                                          double          height,
                                          TlSliceFlags    flags);
void              tl_flow_set_head       (TlFlow         *self,
                                          double          height);
void              tl_flow_set_reach      (TlFlow         *self,
                                          guint           slice,
                                          double          reach);

void              tl_flow_break          (TlFlow         *self);
guint             tl_flow_get_n_pages    (TlFlow         *self);
double            tl_flow_get_last_y     (TlFlow         *self);
TlPosition        tl_flow_get_position   (TlFlow         *self,
                                          guint           slice);
void              tl_flow_draw_page      (TlFlow         *self,
                                          TlCanvas       *canvas,
                                          guint           page,
                                          double          y);
gboolean          tl_flow_begins_apart   (TlFlow         *self,
                                          guint           page);
void              tl_flow_let_go         (TlFlow         *self,
                                          guint           page);

G_END_DECLS
