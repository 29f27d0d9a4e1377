package org.filmwright.generate.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.filmwright.base.FrameSize;

/** Reads preprocessor_config.json, as image processors of transformers write it; what it leaves out is as it usually is. */
final class LensReader {
    private static final int LARGEST = 4096;

    private final ConfigFile config;
    private final Lens usual;

    LensReader(ConfigFile config, Lens usual) {
        this.config = config;
        this.usual = usual;
    }

    Lens lens() throws Unusable {
        FrameSize size = size("size", usual.size());
        boolean crops = usual.fit() == Lens.Fit.CROP;
        if (crops) {
            int edge = Math.min(size.width(), size.height());
            FrameSize cut = size("crop_size", size);
            return new Lens(cut, Math.max(edge, Math.max(cut.width(), cut.height())), Lens.Fit.CROP, 1, colours());
        }
        boolean keeps = config.flag("keep_aspect_ratio", usual.fit() == Lens.Fit.KEEP);
        OptionalInt multiple = config.count("ensure_multiple_of");
        return new Lens(size, size.height(), keeps ? Lens.Fit.KEEP : Lens.Fit.STRETCH,
                multiple.orElse(usual.multiple()), colours());
    }

    /** A number, {@code {"shortest_edge": n}} or {@code {"height": h, "width": w}}. */
    private FrameSize size(String field, FrameSize otherwise) throws Unusable {
        JsonNode said = config.json().path(field);
        if (said.isMissingNode() || said.isNull()) {
            return otherwise;
        }
        JsonNode height = said.isObject() ? said.path(said.has("height") ? "height" : "shortest_edge") : said;
        JsonNode width = said.isObject() && said.has("width") ? said.path("width") : height;
        return new FrameSize(side(field, width), side(field, height));
    }

    private int side(String field, JsonNode value) throws Unusable {
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > LARGEST) {
            throw wrong(field);
        }
        return value.intValue();
    }

    private Lens.Colours colours() throws Unusable {
        if (!config.flag("do_normalize", true)) {
            return Lens.Colours.PLAIN;
        }
        List<Double> deviation = three("image_std", usual.colours().deviation());
        if (deviation.contains(0.0)) {
            throw wrong("image_std");
        }
        return new Lens.Colours(three("image_mean", usual.colours().mean()), deviation);
    }

    private List<Double> three(String field, List<Double> otherwise) throws Unusable {
        JsonNode said = config.json().path(field);
        if (said.isMissingNode() || said.isNull()) {
            return otherwise;
        }
        List<Double> numbers = new ArrayList<>();
        for (JsonNode number : said) {
            if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
                throw wrong(field);
            }
            numbers.add(number.doubleValue());
        }
        if (numbers.size() != 3) {
            throw wrong(field);
        }
        return numbers;
    }

    private Unusable wrong(String field) {
        return new Unusable(config.name() + " says nothing usable as " + field + ".", "Download that file again.");
    }
}
