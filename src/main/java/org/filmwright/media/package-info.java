/**
 * Pictures and video: stills, the rostrum camera that moves over them, the encoder, the exact reader, the meters. The
 * only home of FFmpeg and OpenCV. Knows no shot and no film.
 */
package org.filmwright.media;
