package org.filmwright.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.filmwright.search.Marked.Span;
import org.filmwright.search.Passage.Weight;

/**
 * Things by the words in them, in memory: what can be read again in a second or two needs no file that might be damaged
 * or old. One caller at a time; others wait.
 */
public final class TextIndex<T extends Findable> implements AutoCloseable {
    private static final String KEY = "key";
    private static final String KIND = "kind";
    private static final String PLACE = "place";
    /** What is as good stands in the order in which it was given. */
    private static final Sort BEST = new Sort(SortField.FIELD_SCORE, new SortField(PLACE, SortField.Type.INT));
    /** Held, since Java's logging keeps loggers loosely: without vectors, a module for them is not missed. */
    private static final Logger VECTORS = silenced();
    private static final FieldType TEXT = text();
    /** Lines are short: how many of the words stand in one counts more than how little else does. */
    private static final Similarity LINES = new BM25Similarity(1.2f, 0.3f);

    private final FilmWords words = new FilmWords();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private Map<String, T> held = Map.of();
    private DirectoryReader reader;

    public TextIndex() {
        try {
            writer = new IndexWriter(directory,
                    new IndexWriterConfig(words).setSimilarity(LINES)
                            .setMergeScheduler(new SerialMergeScheduler())
                            .setUseCompoundFile(false));
            reader = DirectoryReader.open(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Logger silenced() {
        Logger vectors = Logger.getLogger("org.apache.lucene.internal.vectorization");
        vectors.setLevel(Level.SEVERE);
        return vectors;
    }

    private static FieldType text() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }

    /** Holds exactly these from now on; reads what is new or not as it was. Says how many were read. */
    public synchronized int hold(Collection<? extends T> all) {
        Map<String, T> now = HashMap.newHashMap(all.size());
        int read = 0;
        try {
            int place = 0;
            for (T each : all) {
                place++;
                now.put(each.key(), each);
                T before = held.get(each.key());
                if (before == null) {
                    writer.addDocument(document(each, place));
                    read++;
                } else if (!before.equals(each)) {
                    writer.updateDocument(new Term(KEY, each.key()), document(each, place));
                    read++;
                }
            }
            for (String gone : held.keySet()) {
                if (!now.containsKey(gone)) {
                    writer.deleteDocuments(new Term(KEY, gone));
                }
            }
            held = now;
            refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private void refresh() throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
        if (newer != null) {
            reader.close();
            reader = newer;
        }
    }

    private Document document(T each, int place) {
        Document document = new Document();
        document.add(new StringField(KEY, each.key(), Field.Store.YES));
        document.add(new StringField(KIND, each.kind(), Field.Store.NO));
        document.add(new NumericDocValuesField(PLACE, place));
        each.passages().forEach(passage -> document.add(new Field(passage.weight().name(), passage.text(), TEXT)));
        return document;
    }

    /**
     * What holds all that was typed; what differs by a letter where nothing does, then what holds some of it.
     *
     * @param kinds to look among; @param most of each kind
     */
    public synchronized Answer<T> find(String typed, Collection<String> kinds, int most) {
        Wanted wanted = Wanted.of(typed, words);
        if (wanted.isEmpty()) {
            return new Answer<>(Nearness.WORDS, Map.of());
        }
        Answer<T> answer = new Answer<>(Nearness.WORDS, Map.of());
        for (Nearness nearness : Nearness.values()) {
            if (answer.isEmpty() && wanted.widens(nearness)) {
                Query query = wanted.query(nearness);
                answer = new Answer<>(nearness, kinds.stream()
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), kind -> hits(query, kind, most))));
            }
        }
        return answer;
    }

    /** What was found, kind by kind. @param nearness how near it is to what was typed; of nothing, the last that was tried */
    public record Answer<T>(Nearness nearness, Map<String, Hits<T>> of) {
        public Answer {
            of = Map.copyOf(of);
        }

        public boolean isEmpty() {
            return of.values().stream().allMatch(hits -> hits.all() == 0);
        }
    }

    private Hits<T> hits(Query query, String kind, int most) {
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            searcher.setSimilarity(LINES);
            Query among = searcher.rewrite(new BooleanQuery.Builder().add(query, Occur.MUST)
                    .add(new TermQuery(new Term(KIND, kind)), Occur.FILTER)
                    .build());
            TopDocs top = searcher.search(among,
                    new TopFieldCollectorManager(BEST, Math.max(1, most), null, Integer.MAX_VALUE));
            org.apache.lucene.search.Weight marking = searcher.createWeight(searcher.rewrite(query),
                    ScoreMode.COMPLETE, 1);
            List<Hit<T>> first = new ArrayList<>();
            for (ScoreDoc doc : top.scoreDocs) {
                first.add(hit(searcher, marking, doc));
            }
            return new Hits<>(first.subList(0, Math.min(most, first.size())), (int) top.totalHits.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Hit<T> hit(IndexSearcher searcher, org.apache.lucene.search.Weight marking, ScoreDoc doc)
            throws IOException {
        T found = held.get(searcher.storedFields().document(doc.doc).get(KEY));
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc.doc, leaves));
        return new Hit<>(found, marked(found.passages(), marking.matches(leaf, doc.doc - leaf.docBase)));
    }

    /** Passages of one weight lie one behind the other, with a character between them. */
    private static List<Hit.Said> marked(List<Passage> passages, Matches matches) throws IOException {
        Map<Weight, List<Span>> spans = new EnumMap<>(Weight.class);
        for (Weight weight : Weight.values()) {
            spans.put(weight, spans(matches.getMatches(weight.name())));
        }
        Map<Weight, Integer> begin = new EnumMap<>(Weight.class);
        List<Hit.Said> marked = new ArrayList<>();
        for (Passage passage : passages) {
            int from = begin.getOrDefault(passage.weight(), 0);
            int to = from + passage.text().length();
            begin.put(passage.weight(), to + 1);
            marked.add(new Hit.Said(passage.role(), passage.weight(),
                    new Marked(passage.text(), spans.get(passage.weight())
                            .stream()
                            .filter(span -> span.from() >= from && span.to() <= to)
                            .map(span -> new Span(span.from() - from, span.to() - from))
                            .toList())));
        }
        return marked;
    }

    private static List<Span> spans(MatchesIterator matches) throws IOException {
        List<Span> spans = new ArrayList<>();
        while (matches != null && matches.next()) {
            spans.add(new Span(matches.startOffset(), matches.endOffset()));
        }
        return spans;
    }

    /** Bytes that the index takes beside what it holds. */
    public synchronized long bytes() {
        try {
            long bytes = 0;
            for (String file : directory.listAll()) {
                bytes += directory.fileLength(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            reader.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
