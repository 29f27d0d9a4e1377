package org.filmwright.generate.draft.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.Setting;

/**
 * Finds the kind of a place from the words of its heading, then of its action. The longest name wins, then the last
 * one, as English puts the place at the end ({@code MARA'S FLAT, KITCHEN}); what follows {@code of, near, outside …}
 * only counts where nothing else does.
 */
public final class Gazetteer {
    private static final List<Name> INSIDE = names("""
            ROOM: room, living room, dining room, waiting room, apartment, flat, house, home, hotel, lounge, parlour,
              parlor, hall, study, cottage, attic, loft, basement, cellar, studio, farmhouse, palace, castle, theatre,
              theater, tent, hut, villa, mansion, lighthouse
            KITCHEN: kitchen, kitchenette, pantry, galley
            BEDROOM: bedroom, hotel room, motel, motel room, ward, hospital, hospital room, sickbay, nursery, dormitory,
              bed, cell, prison, jail, cabin
            OFFICE: office, police station, precinct, newsroom, library, classroom, school, bank, courtroom, archive,
              interrogation room, boardroom, headquarters
            CORRIDOR: corridor, hallway, passage, landing, lobby, tunnel, sewer, elevator, lift, subway
            STAIRS: stairs, stairwell, staircase, stairway
            BAR: bar, pub, tavern, inn, saloon, nightclub, club, cafe, café, coffee shop, diner, restaurant, casino
            CHURCH: church, chapel, cathedral, temple, mosque, synagogue, crypt, abbey, monastery, nave
            SHOP: shop, store, bookshop, bookstore, bakery, pharmacy, supermarket, grocery, butcher, gallery, museum
            CAR: car, taxi, cab, van, truck, lorry, limousine, ambulance, police car, bus, jeep, vehicle
            CARRIAGE: train, train carriage, carriage, compartment, tram, subway car, subway train, metro, dining car,
              plane, aeroplane, airplane
            WAREHOUSE: warehouse, factory, garage, hangar, barn, workshop, shed, storage, boathouse, shipyard, hold,
              engine room, stable, mill, depot, bunker, mine
            LABORATORY: laboratory, lab, operating room, operating theatre, morgue, clinic, surgery, control room,
              server room
            COCKPIT: cockpit, flight deck, spaceship bridge, command deck, command module, escape pod, capsule,
              wheelhouse, pilot house
            SPACESHIP: spaceship, spaceship corridor, starship, spacecraft, space station, airlock, ship corridor,
              submarine, ship, ferry, cargo bay, shuttle
            CAVE: cave, cavern, grotto, catacomb, catacombs
            STATION: station, train station, railway station, airport, platform, terminal
            """);
    private static final List<Name> OUTSIDE = names("""
            STREET: street, road, avenue, lane, highway, town, village, suburb, neighbourhood, neighborhood, driveway,
              sidewalk, pavement, house, apartment building, hotel, office, shop, store, bar, cafe, café, pub,
              restaurant, motel, police station, hospital, school, gas station, car, taxi, bus, van, theatre, crossroads
            ALLEY: alley, alleyway, back street, backstreet, backyard, courtyard, yard, gutter, passage
            SQUARE: square, plaza, piazza, courthouse, church, cathedral, monument, town hall, university, palace,
              castle, museum, temple, bank, fountain, campus
            MARKET: market, marketplace, bazaar, fair, fairground, stall, stalls, carnival
            ROOFTOP: rooftop, roof, rooftops, roofs, chimney, balcony, terrace, fire escape
            SKYLINE: skyline, city, metropolis, downtown, skyscraper, tower, sky
            HARBOUR: harbour, harbor, port, dock, docks, quay, pier, wharf, marina, waterfront, warehouse, jetty,
              boatyard, shipyard, canal
            SEA: sea, ocean, ship, boat, ferry, deck, lifeboat, raft, lake, yacht, bay, ferry deck
            BEACH: beach, shore, coast, island, seashore, dunes, lighthouse, cliff
            BRIDGE: bridge, river, embankment, viaduct, riverbank
            STATION: station, train station, railway station, platform, railway, tracks, train, airport, bus stop
            FOREST: forest, wood, woods, jungle, swamp, trees, clearing, grove, woodland
            FIELD: field, fields, farm, meadow, prairie, countryside, plain, barn, farmhouse, country road, moor, steppe
            HILL: hill, hills, hillside, hilltop, valley, cottage, path, graveyard, cemetery, vineyard
            MOUNTAIN: mountain, mountains, peak, summit, glacier, ridge, pass, mountainside, alps, camp
            DESERT: desert, dune, wasteland, canyon, badlands, outback, sands, ruins, mars, planet
            CAVE: cave, cavern, mine, tunnel
            GARDEN: garden, park, orchard, lawn, playground, terrace garden, villa, mansion, cottage garden, greenhouse,
              home, porch
            SPACE: space, outer space, orbit, moon, spaceship, starship, spacecraft, space station, asteroid, galaxy,
              stars, deep space, shuttle
            """);

    private Gazetteer() {}

    /**
     * The kind of place that {@code location} names; where it names none the action may, and where neither does, a
     * house inside and a street, a field or a hill outside, always the same for the same words.
     */
    public static PlaceKind kind(Setting setting, String location, String action) {
        List<Name> first = setting == Setting.EXT ? OUTSIDE : INSIDE;
        List<Name> second = setting == Setting.EXT ? INSIDE : OUTSIDE;
        return find(first, location).or(() -> find(second, location))
                .or(() -> find(first, action))
                .orElseGet(() -> unknown(setting, location));
    }

    private static PlaceKind unknown(Setting setting, String location) {
        PlaceKind[] likely = setting == Setting.EXT
                ? new PlaceKind[]{PlaceKind.STREET, PlaceKind.HILL, PlaceKind.FIELD, PlaceKind.SQUARE}
                : new PlaceKind[]{PlaceKind.ROOM, PlaceKind.CORRIDOR, PlaceKind.OFFICE, PlaceKind.WAREHOUSE};
        return likely[Signature.of(location).pick("unknown", likely.length)];
    }

    private static Optional<PlaceKind> find(List<Name> names, String text) {
        String words = words(text);
        String head = words
                .split(" (of|near|at|in|outside|inside|behind|above|over|by|under|beside|opposite|from) ")[0];
        return best(names, head + " ").or(() -> best(names, words));
    }

    private static Optional<PlaceKind> best(List<Name> names, String words) {
        return names.stream()
                .filter(name -> words.contains(name.words()))
                .max(Comparator.comparingInt(Name::length).thenComparingInt(name -> words.lastIndexOf(name.words())))
                .map(Name::kind);
    }

    /** Lower-case words with one space before, between and after them. */
    private static String words(String text) {
        return " " + text.toLowerCase(Locale.ROOT).replaceAll("'s\\b", "").replaceAll("[^\\p{L}\\d]+", " ").strip()
                + " ";
    }

    private static List<Name> names(String table) {
        List<Name> names = new ArrayList<>();
        for (String row : table.replaceAll("\\n {2,}", " ").strip().split("\\n")) {
            String[] cells = row.split(":");
            Arrays.stream(cells[1].split(","))
                    .map(word -> new Name(words(word), PlaceKind.valueOf(cells[0].strip())))
                    .forEach(names::add);
        }
        return List.copyOf(names);
    }

    private record Name(String words, PlaceKind kind) {
        int length() {
            return words.split(" ").length;
        }
    }
}
