import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Lucene as a peer of the board: an index of one segment in the order of newest first, filters as terms and points, facets by sorted sets
 * of doc values, words by its analysis for English and BM25, the match as a loop over doc values. Speaks as serve.mjs does.
 */
class Lucene {
  static final List<String> choices = List.of("degree", "salary", "band", "workplace", "employment", "country");
  static final Sort newest = new Sort(new SortField("at", SortField.Type.LONG));
  static final Analyzer english = new EnglishAnalyzer();
  /** Added to a tag, so that responsibilities, which are below 0, have a place in an array. */
  static final int tagOffset = 8192;

  final IndexSearcher searcher;
  final LeafReader leaf;
  final Map<String, SortedSetDocValuesReaderState> states = new HashMap<>();

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Lucene lucene = new Lucene(Path.of(arguments[0]), Path.of(arguments[1]));
    out.println("ready");
    OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Map<String, String> question = new HashMap<>();
      for (String pair : line.split("\t")) question.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      try {
        long began = System.nanoTime(), before = machine.getProcessCpuTime();
        String answer = question.containsKey("credits") ? lucene.match(question) : lucene.search(question);
        double took = (System.nanoTime() - began) / 1e6, core = (machine.getProcessCpuTime() - before) / 1e6;
        out.println(took + "\t" + core + "\t" + answer);
      } catch (Exception error) {
        out.println("error\t" + error.toString().replaceAll("\\s+", " "));
      }
    }
  }

  Lucene(Path file, Path folder) throws Exception {
    FacetsConfig config = new FacetsConfig();
    List<String> facets = new ArrayList<>(choices);
    facets.add("tag");
    for (String facet : facets) {
      config.setIndexFieldName(facet, "facet_" + facet);
      config.setMultiValued(facet, facet.equals("tag") || facet.equals("country"));
    }
    MMapDirectory directory = new MMapDirectory(folder);
    IndexWriterConfig settings = new IndexWriterConfig(english).setIndexSort(newest).setRAMBufferSizeMB(256);
    try (IndexWriter writer = new IndexWriter(directory, settings); BufferedReader rows = Files.newBufferedReader(file)) {
      long at = 0;
      for (String row = rows.readLine(); row != null; row = rows.readLine())
        writer.addDocument(config.build(document(row.split("\t", -1), at++)));
      writer.forceMerge(1);
    }
    DirectoryReader reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    leaf = reader.leaves().get(0).reader();
    for (String facet : facets) states.put(facet, new DefaultSortedSetDocValuesReaderState(reader, "facet_" + facet));
  }

  static Document document(String[] field, long at) {
    Document document = new Document();
    document.add(new NumericDocValuesField("at", at));
    document.add(new StoredField("id", field[0]));
    number(document, "least", Integer.parseInt(field[1]));
    number(document, "most", Integer.parseInt(field[2]));
    number(document, "salary", Integer.parseInt(field[3]));
    number(document, "degree", Integer.parseInt(field[5]));
    document.add(new SortedSetDocValuesFacetField("salary", field[4]));
    document.add(new SortedSetDocValuesFacetField("degree", field[5]));
    String[] names = {"band", "workplace", "employment"};
    for (int i = 0; i < names.length; i++) if (!field[6 + i].isEmpty()) term(document, names[i], field[6 + i]);
    for (String country : listed(field[9])) term(document, "country", country);
    for (String tag : listed(field[10])) term(document, "tag", tag);
    document.add(new TextField("text", field[11], Field.Store.NO));
    document.add(new NumericDocValuesField("asked", Integer.parseInt(field[12]) * 2 + Integer.parseInt(field[13])));
    for (String line : listed(field[14])) {
      String[] part = line.split(":");
      long tag = Integer.parseInt(part[0]) + tagOffset;
      document.add(new SortedNumericDocValuesField("line", tag << 8 | Long.parseLong(part[2]) << 1 | Long.parseLong(part[1])));
    }
    return document;
  }

  static void number(Document document, String name, int value) {
    document.add(new IntPoint(name, value));
    document.add(new NumericDocValuesField(name, value));
  }

  static void term(Document document, String name, String value) {
    document.add(new StringField(name, value, Field.Store.NO));
    document.add(new SortedSetDocValuesFacetField(name, value));
  }

  static List<String> listed(String list) {
    return list == null || list.isEmpty() ? List.of() : Arrays.asList(list.split(","));
  }

  String search(Map<String, String> question) throws Exception {
    Map<String, Query> filters = filters(question);
    Query words = words(question);
    Query all = all(filters, words, null);
    FacetsCollector found = new FacetsCollector();
    ScoreDoc[] page;
    int total = 0;
    if (question.get("order").equals("relevance")) {
      // Apart, so that the best can be found without a score for every hit.
      searcher.search(all, found);
      page = searcher.search(all, 20).scoreDocs;
    } else {
      TopFieldCollector first = TopFieldCollector.create(newest, 20, 20);
      if (filters.isEmpty() && words == null) searcher.search(all, first);
      else searcher.search(all, MultiCollector.wrap(found, first));
      page = first.topDocs().scoreDocs;
    }
    boolean isAll = filters.isEmpty() && words == null;
    if (isAll) total = searcher.getIndexReader().numDocs();
    else for (FacetsCollector.MatchingDocs docs : found.getMatchingDocs()) total += docs.totalHits;
    StringBuilder counts = new StringBuilder();
    for (String facet : states.keySet()) {
      FacetsCollector open = found;
      if (filters.containsKey(facet)) {
        open = new FacetsCollector();
        searcher.search(all(filters, words, facet), open);
      }
      SortedSetDocValuesReaderState state = states.get(facet);
      FacetResult result =
          (isAll ? new SortedSetDocValuesFacetCounts(state) : new SortedSetDocValuesFacetCounts(state, open)).getTopChildren(10_000, facet);
      if (result == null) continue;
      for (LabelAndValue one : result.labelValues)
        counts.append(counts.length() > 0 ? "," : "").append(facet).append('=').append(one.label).append(':').append(one.value);
    }
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : page) ids.add(searcher.doc(hit.doc).get("id"));
    return total + "\t" + counts + "\t" + String.join(",", ids);
  }

  static Query all(Map<String, Query> filters, Query words, String but) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (words == null) all.add(new MatchAllDocsQuery(), Occur.FILTER);
    else all.add(words, Occur.MUST);
    for (Map.Entry<String, Query> filter : filters.entrySet())
      if (!filter.getKey().equals(but)) all.add(filter.getValue(), Occur.FILTER);
    return all.build();
  }

  /** By the facet that they are chosen in, where it is one of which another value can be chosen instead. */
  static Map<String, Query> filters(Map<String, String> question) {
    Map<String, Query> filters = new LinkedHashMap<>();
    for (String tag : listed(question.get("tags"))) filters.put("tag " + tag, new TermQuery(new Term("tag", tag)));
    for (String name : List.of("band", "workplace", "employment", "country")) {
      List<BytesRef> values = new ArrayList<>();
      for (String value : listed(question.get(name))) values.add(new BytesRef(value));
      if (values.size() == 1) filters.put(name, new TermQuery(new Term(name, values.get(0))));
      else if (!values.isEmpty()) filters.put(name, new TermInSetQuery(name, values));
    }
    if (question.containsKey("experience")) {
      int years = Integer.parseInt(question.get("experience"));
      filters.put("least", range("least", 0, years));
      filters.put("most", range("most", years, Integer.MAX_VALUE));
    }
    if (question.containsKey("degree")) filters.put("degree", range("degree", 0, Integer.parseInt(question.get("degree"))));
    if (question.containsKey("salary"))
      filters.put("salary", range("salary", Integer.parseInt(question.get("salary")), Integer.MAX_VALUE));
    return filters;
  }

  static Query range(String name, int from, int to) {
    return new IndexOrDocValuesQuery(
        IntPoint.newRangeQuery(name, from, to), NumericDocValuesField.newSlowRangeQuery(name, from, to));
  }

  /** The last word of a line counts as the beginning of a word too; null where there are no words. */
  static Query words(Map<String, String> question) {
    List<String> stems = new ArrayList<>();
    for (String word : listed(question.get("words"))) stems.add(stem(word));
    if (stems.isEmpty()) return null;
    String way = question.get("way");
    if (way.equals("phrase")) return new PhraseQuery("text", stems.toArray(new String[0]));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (int i = 0; i < stems.size(); i++) {
      Term term = new Term("text", stems.get(i));
      Query one = new TermQuery(term);
      if (way.equals("all") && i == stems.size() - 1)
        one = new BooleanQuery.Builder().add(one, Occur.SHOULD).add(new ConstantScoreQuery(new PrefixQuery(term)), Occur.SHOULD).build();
      query.add(one, way.equals("any") ? Occur.SHOULD : Occur.MUST);
    }
    return query.build();
  }

  static String stem(String word) {
    try (org.apache.lucene.analysis.TokenStream tokens = english.tokenStream("text", word)) {
      var term = tokens.addAttribute(org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class);
      tokens.reset();
      return tokens.incrementToken() ? term.toString() : word;
    } catch (java.io.IOException error) {
      throw new java.io.UncheckedIOException(error);
    }
  }

  /** The best twenty by rank, then high, then newest, which is the order of the index. */
  String match(Map<String, String> profile) throws Exception {
    int size = 2 * tagOffset;
    int[] low = new int[size], high = new int[size], own = new int[size], shortLow = new int[size], shortHigh = new int[size];
    Arrays.fill(high, 2);
    Arrays.fill(shortHigh, 2);
    Arrays.fill(own, -1);
    for (String credit : listed(profile.get("credits"))) {
      int[] part = Arrays.stream(credit.split(":")).mapToInt(Integer::parseInt).toArray();
      int tag = part[0] + tagOffset;
      low[tag] = part[1];
      high[tag] = part[2];
      own[tag] = part[3];
      shortLow[tag] = part[4];
      shortHigh[tag] = part[5];
    }
    int years = number(profile, "years"), degree = number(profile, "degree"), padding = number(profile, "padding");
    int experienceWeight = number(profile, "experience"), degreeWeight = number(profile, "degreeWeight");
    int[] weights = {number(profile, "nice"), number(profile, "must")};
    SortedNumericDocValues lines = leaf.getSortedNumericDocValues("line");
    NumericDocValues leasts = leaf.getNumericDocValues("least"), askeds = leaf.getNumericDocValues("asked");
    // By rank and high above the number of the document, of which the smaller is newer: the worst first.
    PriorityQueue<Long> best = new PriorityQueue<>();
    for (int doc = 0; doc < leaf.maxDoc(); doc++) {
      int sum = 0, lows = 0, highs = 0;
      if (lines.advanceExact(doc))
        for (int i = lines.docValueCount(); i > 0; i--) {
          int line = (int) lines.nextValue();
          int tag = line >>> 8, asked = line >>> 1 & 127, weight = weights[line & 1];
          sum += weight;
          boolean isShort = asked > 0 && own[tag] < asked, isLong = asked > 0 && !isShort;
          lows += weight * (isLong ? 2 : isShort ? shortLow[tag] : low[tag]);
          highs += weight * (isLong ? 2 : isShort ? shortHigh[tag] : high[tag]);
        }
      leasts.advanceExact(doc);
      askeds.advanceExact(doc);
      int least = (int) leasts.longValue(), asked = (int) askeds.longValue();
      int halves = 0;
      if (least > 0) {
        sum += experienceWeight;
        halves += experienceWeight * (years >= least ? 2 : years > least - 1 ? 1 : 0);
      }
      if (asked >> 1 > 0) {
        sum += degreeWeight;
        int level = asked >> 1;
        if (level <= degree || ((asked & 1) == 1 && years >= least + 2 * (level - degree))) halves += 2 * degreeWeight;
      }
      if (sum == 0) continue;
      long rank = 500L * (lows + halves) / (sum + padding), most = (50L * (highs + halves) + sum - 1) / sum;
      long key = (rank * 128 + most) << 32 | (Integer.MAX_VALUE - doc);
      if (best.size() < 20) best.add(key);
      else if (key > best.peek()) {
        best.poll();
        best.add(key);
      }
    }
    List<String> page = new ArrayList<>();
    while (!best.isEmpty()) {
      long key = best.poll();
      String id = searcher.doc(Integer.MAX_VALUE - (int) key).get("id");
      page.add(0, id + ":" + (key >> 32) / 128 + ":" + (key >> 32) % 128);
    }
    return "0\t\t" + String.join(",", page);
  }

  static int number(Map<String, String> profile, String name) {
    return Integer.parseInt(profile.get(name));
  }
}
