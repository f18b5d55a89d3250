/** A place on the page. */
export interface Place {
  id: string;
  title: string;
}

/** Places that belong together. */
export interface PlaceGroup {
  title: string;
  places: readonly Place[];
}

/** What is on the page: beside it where there is room, else unfolded at its top. */
export function Contents({ groups }: { groups: readonly PlaceGroup[] }) {
  return (
    <>
      <nav
        aria-label="On this page"
        className="sticky top-0 hidden max-h-dvh self-start overflow-y-auto py-8 text-sm lg:block"
      >
        <PlaceLists groups={groups} />
      </nav>
      <nav aria-label="On this page" className="mt-4 lg:hidden">
        <details className="rounded-md border border-line bg-surface px-3.5 py-2.5 text-sm">
          <summary className="font-medium">On this page</summary>
          <div className="pt-2">
            <PlaceLists groups={groups} />
          </div>
        </details>
      </nav>
    </>
  );
}

function PlaceLists({ groups }: { groups: readonly PlaceGroup[] }) {
  return groups.map(({ title, places }) => (
    <div key={title} className="mb-4">
      <p className="mb-1 font-medium text-faint text-xs">{title}</p>
      <ul>
        {places.map(({ id, title: name }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="block rounded px-2 py-1 text-soft hover:bg-hover hover:text-ink pointer-coarse:py-2"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ));
}
