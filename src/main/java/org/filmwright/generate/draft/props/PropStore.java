package org.filmwright.generate.draft.props;

import java.util.Locale;
import java.util.Optional;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.stage.Light;
import org.filmwright.generate.draft.stage.Palette;
import org.filmwright.generate.draft.stage.Props;

/** The things of a film: recognised by their names ({@code CLOCK: two minutes to four}), drawn at any size. */
public final class PropStore implements Props {
    private static final double HAND = .62;

    @Override
    public Optional<Prop> find(String words) {
        String name = words.split(":")[0];
        return Inventory.of(name).map(kind -> new Thing(kind, name, words, false));
    }

    /** The plainest thing of that kind, turned to the right of the board or, mirrored, to the left. */
    public static Prop plain(PropKind kind, boolean mirrored) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return new Thing(kind, name, name, mirrored);
    }

    /** @param words name and, after a colon, what the script says of it: what a ticket says, what a clock shows */
    private record Thing(PropKind kind, String name, String words, boolean mirrored) implements Prop {
        @Override
        public double aspect() {
            return Inventory.aspect(kind);
        }

        @Override
        public double height() {
            return Inventory.height(kind);
        }

        @Override
        public boolean handheld() {
            return switch (kind) {
                case LAMP -> name.toLowerCase(Locale.ROOT).matches(".*(torch|flashlight).*");
                case COMPUTER, RADIO, CAT -> false;
                case BAG, SUITCASE, UMBRELLA -> true;
                default -> Inventory.stand(kind) == PropKind.Stand.TABLE && height() < HAND;
            };
        }

        @Override
        public void paint(Easel easel, Pose pose, Palette palette, Light light) {
            Sketch sketch = new Sketch(easel, pose, palette, light, mirrored);
            draw(sketch);
            sketch.paint();
        }

        private void draw(Sketch s) {
            switch (kind) {
                case TABLE -> HouseThings.table(s);
                case CHAIR -> HouseThings.chair(s);
                case BED -> HouseThings.bed(s);
                case LAMP -> HouseThings.lamp(s, name);
                case DOOR -> HouseThings.door(s);
                case WINDOW -> HouseThings.window(s);
                case CLOCK -> HouseThings.clock(s, words);
                case BAG -> HouseThings.bag(s);
                case SUITCASE -> HouseThings.suitcase(s);
                case LANTERN -> HouseThings.lantern(s);
                case CANDLE -> HouseThings.candle(s);
                case FIRE -> HouseThings.fire(s);
                case COMPUTER -> HouseThings.computer(s);
                case HELMET -> HouseThings.helmet(s, name);
                case COFFIN -> HouseThings.coffin(s);
                case CROWN -> HouseThings.crown(s);
                case CRATE -> HouseThings.crate(s);
                case RADIO -> HouseThings.radio(s, name);
                case MIRROR -> PaperThings.frame(s, name);
                case LETTER -> PaperThings.letter(s, name);
                case TICKET -> PaperThings.ticket(s, name);
                case BOOK -> PaperThings.book(s);
                case PHONE -> PaperThings.phone(s, name);
                case SCREEN -> PaperThings.screen(s);
                case CUP -> HandThings.cup(s, name);
                case BOTTLE -> HandThings.bottle(s);
                case KNIFE -> HandThings.knife(s);
                case GUN -> HandThings.gun(s);
                case KEY -> HandThings.key(s, name);
                case UMBRELLA -> HandThings.umbrella(s);
                case ROPE -> HandThings.rope(s);
                case PENCIL -> HandThings.pencil(s);
                case RING -> HandThings.jewel(s);
                case COIN -> HandThings.coin(s);
                case CAR -> Vehicles.car(s, name);
                case BICYCLE -> Vehicles.bicycle(s);
                case BOAT -> Vehicles.boat(s);
                case SHIP -> Vehicles.ship(s);
                case TRAIN -> Vehicles.train(s);
                case PLANE -> Vehicles.plane(s, name);
                case ROBOT -> LivingThings.robot(s);
                case DOG -> LivingThings.dog(s);
                case CAT -> LivingThings.cat(s);
                case HORSE -> LivingThings.horse(s);
                case BIRD -> LivingThings.bird(s);
                case TREE -> LivingThings.tree(s);
                case ROCK -> LivingThings.rock(s);
                case FLOWER -> LivingThings.flower(s, name);
            }
        }
    }
}
