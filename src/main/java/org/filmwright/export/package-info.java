/**
 * The film itself: one renderer for preview and encoder, the export with its checks, subtitle files, delivered clips.
 */
package org.filmwright.export;
