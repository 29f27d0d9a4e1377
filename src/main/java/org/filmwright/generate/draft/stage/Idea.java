package org.filmwright.generate.draft.stage;

/**
 * What makes one take another picture than the next (draft-boards.md 1): the camera side, the height of the eye, the
 * third, the lens, what stands in front, where the light comes from.
 *
 * @param side -1 the camera stands to the left, 1 to the right, 0 before the scene
 * @param third -1 subject on the left third, 1 on the right, 0 centred
 * @param lens background scale .8, 1 or 1.35
 * @param foreground 0 none, else which of the place's foreground elements (1, 2, …)
 * @param lightSide -1 or 1: the side the main light comes from where the place leaves it open
 */
public record Idea(int take, int side, int third, double lens, int foreground, int lightSide) {}
