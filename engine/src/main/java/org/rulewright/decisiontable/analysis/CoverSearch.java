package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for facts inside a box that none of other boxes takes, and finds all of them.
 *
 * <p>It goes through the axes one after another and cuts each into stretches on which the boxes
 * that are still in play do not change. A stretch without any is a gap; it is widened as far as no
 * box stands in its way, and from then on counts as covered itself, so that each gap is found once
 * and as a whole. Combinations of boxes that were found to cover everything are remembered.
 *
 * <p>INVARIANT: a box in play holds the whole path, and a box that is not misses it on some axis
 * gone through; therefore what is found is exact, however much of it is skipped.
 */
final class CoverSearch {

  private static final int MOST_REMEMBERED = 4_000_000;

  private final Box domain;
  private final int axes;
  private final int[] order;
  private final List<Box> boxes;
  private final int given;
  private final List<Integer> narrow = new ArrayList<>();
  private final int mostGaps;
  private final Budget budget;
  private final int[] from;
  private final int[] to;
  private final Set<Combination> covered = new HashSet<>();
  private int remembered;
  private boolean stopped;

  /** How many axes the path had when the search stopped. */
  private int reached;

  /**
   * Prepares a search.
   *
   * @param mostGaps how many to find before stopping
   */
  CoverSearch(Box domain, List<Box> boxes, int mostGaps, Budget budget) {
    this.domain = domain;
    this.axes = domain.sides().length;
    this.boxes = new ArrayList<>(boxes);
    this.given = boxes.size();
    this.mostGaps = mostGaps;
    this.budget = budget;
    this.from = new int[axes];
    this.to = new int[axes];
    this.order = order();
    this.reached = axes;
    boxes.forEach(box -> narrow.add(lastNarrow(box)));
  }

  /** Axes that are cut least come first: the many cuts then stand where few boxes are in play. */
  private int[] order() {
    return IntStream.range(0, axes)
        .boxed()
        .sorted(Comparator.comparingInt(this::cuts))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int cuts(int axis) {
    return (int) boxes.stream().map(box -> box.side(axis)).distinct().count();
  }

  /** Returns the gaps; whether they are all is asked afterwards. */
  List<Box> run() {
    int[] all = new int[given];
    int count = 0;
    for (int i = 0; i < given; i++) {
      if (boxes.get(i).overlaps(domain)) {
        all[count++] = i;
      }
    }
    search(0, all, count);
    return boxes.subList(given, boxes.size());
  }

  /** Whether the search ended because it had seen everything. */
  boolean isComplete() {
    return !stopped;
  }

  /** The share of the domain that was gone through, 0 to 1, counted in regions. */
  double examined() {
    if (!stopped) {
      return 1;
    }
    double share = 0;
    double width = 1;
    for (int depth = 0; depth < reached; depth++) {
      Regions side = domain.side(order[depth]);
      share += width * side.and(Regions.of(0, from[depth])).size() / side.size();
      width *= (double) (to[depth] - from[depth]) / side.size();
    }
    return share;
  }

  private void search(int depth, int[] active, int count) {
    if (count == 0) {
      gap(depth);
      return;
    }
    if (!budget.allows(count)) {
      stop(depth);
      return;
    }
    for (int i = 0; i < count; i++) {
      if (narrow.get(active[i]) < depth) {
        return;
      }
    }
    var combination = new Combination(depth, Arrays.copyOf(active, count));
    if (covered.contains(combination)) {
      return;
    }
    int before = boxes.size();
    if (depth == axes - 1) {
      sweep(depth, combination.boxes());
    } else {
      cut(depth, combination.boxes());
    }
    if (boxes.size() == before && !stopped && remembered < MOST_REMEMBERED) {
      remembered += count;
      covered.add(combination);
    }
  }

  private void cut(int depth, int[] inPlay) {
    int axis = order[depth];
    Regions side = domain.side(axis);
    int[] active = inPlay;
    for (int stretch = 0; stretch < side.stretches(); stretch++) {
      int position = side.from(stretch);
      while (position < side.to(stretch)) {
        int[] holding = new int[active.length];
        int count = 0;
        int next = side.to(stretch);
        for (int box : active) {
          Regions taken = boxes.get(box).side(axis);
          int boundary = taken.boundaryAfter(position);
          if (Regions.isInside(boundary)) {
            holding[count++] = box;
          }
          next = Math.min(next, taken.boundary(boundary));
        }
        from[depth] = position;
        to[depth] = next;
        int known = boxes.size();
        search(depth + 1, holding, count);
        if (stopped) {
          return;
        }
        active = withNew(active, known);
        position = next;
      }
    }
  }

  /** The last axis: from each place as far as any box reaches. */
  private void sweep(int depth, int[] active) {
    int axis = order[depth];
    Regions side = domain.side(axis);
    for (int stretch = 0; stretch < side.stretches(); stretch++) {
      int position = side.from(stretch);
      while (position < side.to(stretch)) {
        int covered = position;
        int next = side.to(stretch);
        for (int box : active) {
          Regions taken = boxes.get(box).side(axis);
          int boundary = taken.boundaryAfter(position);
          if (Regions.isInside(boundary)) {
            covered = Math.max(covered, taken.boundary(boundary));
          } else {
            next = Math.min(next, taken.boundary(boundary));
          }
        }
        if (covered == position) {
          from[depth] = position;
          to[depth] = next;
          gap(axes);
          covered = next;
        }
        if (stopped || !budget.allows(active.length)) {
          stop(depth);
          return;
        }
        position = covered;
      }
    }
  }

  private int[] withNew(int[] active, int known) {
    int found = boxes.size() - known;
    if (found == 0) {
      return active;
    }
    int[] more = Arrays.copyOf(active, active.length + found);
    for (int i = 0; i < found; i++) {
      more[active.length + i] = known + i;
    }
    return more;
  }

  private void gap(int depth) {
    Regions[] sides = domain.sides().clone();
    for (int i = 0; i < depth; i++) {
      sides[order[i]] = Regions.of(from[i], to[i]);
    }
    Box gap = new Box(sides, true);
    for (int i = depth - 1; i >= 0; i--) {
      gap = widened(gap, order[i]);
    }
    boxes.add(gap);
    narrow.add(lastNarrow(gap));
    if (boxes.size() - given >= mostGaps) {
      stop(depth);
    }
  }

  private void stop(int depth) {
    stopped = true;
    reached = Math.min(reached, depth);
  }

  /** The gap as wide on the axis as no box stands in its way. */
  private Box widened(Box gap, int axis) {
    Regions free = domain.side(axis);
    for (int i = 0; i < given; i++) {
      if (boxes.get(i).overlapsBeside(axis, gap)) {
        free = free.minus(boxes.get(i).side(axis));
      }
    }
    return gap.with(
        axis,
        free.containsAll(domain.side(axis))
            ? domain.side(axis)
            : free.stretchWith(gap.side(axis).first()));
  }

  private int lastNarrow(Box box) {
    int last = -1;
    for (int depth = 0; depth < axes; depth++) {
      if (!box.side(order[depth]).containsAll(domain.side(order[depth]))) {
        last = depth;
      }
    }
    return last;
  }

  /** Boxes in play at a depth; compared one by one, so that equal means equal. */
  private record Combination(int depth, int[] boxes) {

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
      return other instanceof Combination(int thatDepth, int[] those)
          && depth == thatDepth
          && Arrays.equals(boxes, those);
    }

    @Override
    public int hashCode() {
      return 31 * depth + Arrays.hashCode(boxes);
    }
  }
}
