package org.filmwright.generate.draft.places;

import java.util.List;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.stage.Places;
import org.filmwright.generate.draft.stage.Scenery;
import org.filmwright.generate.draft.stage.Setup;

/** The scene dock: finds the kit for a setup's words and dresses it. */
public final class Sets implements Places {
    @Override
    public Scenery dress(Setup setup) {
        Staging.Place place = setup.staging().place();
        PlaceKind kind = Gazetteer.kind(place.setting(), place.location(), setup.staging().action());
        return kit(kind).dress(setup, kind);
    }

    private static Kit kit(PlaceKind kind) {
        return switch (kind) {
            case WAREHOUSE -> new Kit(Interiors::lampLight, Interiors::warehouse,
                    List.of(Foreground::hook, Foreground::crate));
            case STREET -> new Kit(Town::streetLight, Town::street, List.of(Foreground::lampPost, Foreground::crate));
            case ALLEY -> new Kit(Town::alleyLight, Town::alley, List.of(Foreground::crate, Foreground::lampPost));
            case SQUARE -> new Kit(Square::squareLight, Square::square,
                    List.of(Foreground::lampPost, Foreground::doorFrame));
            case ROOFTOP -> new Kit(Skyline::roofLight, Skyline::rooftop,
                    List.of(Foreground::crate, Foreground::lampPost));
            case SKYLINE -> new Kit(Skyline::roofLight, Skyline::skyline,
                    List.of(Foreground::doorFrame, Foreground::lampPost));
            case HARBOUR -> new Kit(Waterside::quayLight, Waterside::harbour,
                    List.of(Foreground::bollard, Foreground::lampPost));
            case SEA -> new Kit(Waterside::openLight, Waterside::openSea,
                    List.of(Foreground::bollard, Foreground::lampPost));
            case BEACH -> new Kit(Waterside::openLight, Waterside::beach,
                    List.of(Foreground::crate, Foreground::lampPost));
            case BRIDGE -> new Kit(Waterside::quayLight, Waterside::bridge,
                    List.of(Foreground::lampPost, Foreground::crate));
            case MARKET -> new Kit(Market::lanternLight, Market::market,
                    List.of(Foreground::crate, Foreground::lampPost));
            case SPACESHIP -> new Kit(Machines::doorLight, Machines::corridor,
                    List.of(Foreground::doorFrame, Foreground::crate));
            case COCKPIT -> new Kit(Machines::panelLight, Machines::cockpit,
                    List.of(Foreground::doorFrame, Foreground::crate));
            case LABORATORY -> new Kit(Machines::benchLight, Machines::laboratory,
                    List.of(Foreground::doorFrame, Foreground::crate));
            case SPACE -> new Kit(Space::starLight, Space::space, List.of());
            case FOREST -> new Kit(Country::closeLight, Country::forest,
                    List.of(Foreground::branch, Foreground::trunk));
            case FIELD -> new Kit(Country::wideLight, Country::field, List.of(Foreground::grass, Foreground::branch));
            case HILL -> new Kit(Country::wideLight, Country::hill, List.of(Foreground::branch, Foreground::grass));
            case MOUNTAIN -> new Kit(Country::wideLight, Wilds::mountain,
                    List.of(Foreground::rock, Foreground::branch));
            case DESERT -> new Kit(Country::wideLight, Wilds::desert, List.of(Foreground::rock, Foreground::grass));
            case GARDEN -> new Kit(Country::wideLight, Country::garden, List.of(Foreground::branch, Foreground::grass));
            case CAVE -> new Kit(Wilds::mouthLight, Wilds::cave, List.of(Foreground::rock));
            case ROOM -> new Kit(Homes::homeLight, Homes::room, List.of(Foreground::doorFrame, Foreground::chair));
            case KITCHEN -> new Kit(Homes::tableLight, Homes::kitchen,
                    List.of(Foreground::chair, Foreground::doorFrame));
            case BEDROOM -> new Kit(Homes::homeLight, Homes::bedroom,
                    List.of(Foreground::doorFrame, Foreground::chair));
            case OFFICE -> new Kit(Homes::homeLight, Homes::office, List.of(Foreground::chair, Foreground::doorFrame));
            case CORRIDOR -> new Kit(Halls::corridorLight, Halls::corridor, List.of(Foreground::doorFrame));
            case STAIRS -> new Kit(Interiors::lampLight, Halls::stairs,
                    List.of(Foreground::doorFrame, Foreground::lampPost));
            case BAR -> new Kit(Halls::barLight, Halls::bar, List.of(Foreground::chair, Foreground::doorFrame));
            case CHURCH -> new Kit(Halls::churchLight, Halls::church, List.of(Foreground::column, Foreground::chair));
            case SHOP -> new Kit(Interiors::lampLight, Halls::shop, List.of(Foreground::doorFrame, Foreground::crate));
            case CAR -> new Kit(Trains::carLight, Trains::car, List.of(Trains::dashboard));
            case CARRIAGE -> new Kit(Trains::carriageLight, Trains::carriage,
                    List.of(Foreground::chair, Foreground::doorFrame));
            case STATION -> new Kit(Halls::platformLight, Halls::station,
                    List.of(Foreground::column, Foreground::lampPost));
        };
    }
}
