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
        return kit(Gazetteer.kind(place.setting(), place.location(), setup.staging().action())).dress(setup);
    }

    private static Kit kit(PlaceKind kind) {
        return switch (kind) {
            case WAREHOUSE -> new Kit(Interiors::lampLight, Interiors::warehouse, List.of(Foreground::hook,
                    Foreground::crate));
            case STREET -> new Kit(Town::streetLight, Town::street, List.of(Foreground::lampPost, Foreground::crate));
            case ALLEY -> new Kit(Town::alleyLight, Town::alley, List.of(Foreground::crate, Foreground::lampPost));
            case SQUARE -> new Kit(Town::squareLight, Town::square,
                    List.of(Foreground::lampPost, Foreground::doorFrame));
            case ROOFTOP -> new Kit(Skyline::roofLight, Skyline::rooftop,
                    List.of(Foreground::crate, Foreground::lampPost));
            case SKYLINE -> new Kit(Skyline::roofLight, Skyline::skyline, List.of(Foreground::doorFrame,
                    Foreground::lampPost));
            case HARBOUR -> new Kit(Waterside::quayLight, Waterside::harbour, List.of(Foreground::bollard,
                    Foreground::lampPost));
            case SEA -> new Kit(Waterside::openLight, Waterside::openSea, List.of(Foreground::bollard,
                    Foreground::lampPost));
            case BEACH -> new Kit(Waterside::openLight, Waterside::beach, List.of(Foreground::crate,
                    Foreground::lampPost));
            case BRIDGE -> new Kit(Waterside::quayLight, Waterside::bridge, List.of(Foreground::lampPost,
                    Foreground::crate));
            case MARKET -> new Kit(Market::lanternLight, Market::market, List.of(Foreground::crate,
                    Foreground::lampPost));
            case SPACESHIP -> new Kit(Machines::doorLight, Machines::corridor, List.of(Foreground::doorFrame,
                    Foreground::crate));
            case COCKPIT -> new Kit(Machines::panelLight, Machines::cockpit, List.of(Foreground::doorFrame,
                    Foreground::crate));
            case LABORATORY -> new Kit(Machines::benchLight, Machines::laboratory, List.of(Foreground::doorFrame,
                    Foreground::crate));
            case SPACE -> new Kit(Machines::starLight, Machines::space, List.of());
            default -> new Kit(Interiors::lampLight, Interiors::warehouse, List.of(Foreground::hook,
                    Foreground::crate));
        };
    }
}
