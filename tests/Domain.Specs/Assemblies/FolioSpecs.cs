using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using FsCheck.Fluent;
using Autogestion.Domain.Specs.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>Folios follow each other without a gap, whatever is asked; reasons are recorded by whoever took part, in time.</summary>
public sealed class FolioSpecs
{
    private static readonly AssemblyId One = new(1);

    [Fact]
    public void Minutes_take_as_many_folios_as_they_have_sheets()
    {
        var plant = Held(2);
        Assert.Equal((1, 1, 3), Range(plant.Enter(Person(1), new FoliateMinutes(One, Sheets(3)))));
        Assert.Equal((1, 4, 5), Range(plant.Enter(Person(1), new FoliateMinutes(new(2), Sheets(2)))));
        Assert.Equal(6, plant.State.Assemblies.BookOf(BodyId.Assembly).Next);
    }

    [Fact]
    public void Void_folios_keep_their_numbers_and_are_shown()
    {
        var plant = Held(1);
        plant.Enter(Person(1), new VoidFolios(BodyId.Assembly, 2, Words("se mancharon")));
        Assert.Equal((1, 3, 3), Range(plant.Enter(Person(1), new FoliateMinutes(One, Sheets(1)))));
        var empty = plant.State.Assemblies.BookOf(BodyId.Assembly).Voids.Single();
        Assert.Equal((1, 2), (empty.From, empty.Through));
    }

    [Fact]
    public void Another_volume_begins_where_it_was_stamped_and_what_was_left_is_void()
    {
        var plant = Held(2);
        plant.Enter(Person(1), new OpenMinuteBook(BodyId.Assembly, 37, 40));
        Assert.Equal((1, 37, 38), Range(plant.Enter(Person(1), new FoliateMinutes(One, Sheets(2)))));
        Assert.Equal("minutes.book-full", plant.Refused(Person(1), new FoliateMinutes(new(2), Sheets(3))).Code.Name);
        var entries = plant.Enter(Person(1), new OpenMinuteBook(BodyId.Assembly, 1, 200, Words("rubricado")));
        Assert.Equal(new FoliosVoided(BodyId.Assembly, 1, 39, 40, null), entries[0]);
        Assert.Equal((2, 1, 3), Range(plant.Enter(Person(1), new FoliateMinutes(new(2), Sheets(3)))));
    }

    [Fact]
    public void What_is_written_beside_minutes_later_goes_on_the_folios_that_are_next_then()
    {
        var plant = Held(2);
        plant.Enter(Person(1), new FoliateMinutes(One, Sheets(1)));
        plant.Enter(Person(1), new FoliateMinutes(new(2), Sheets(1)));
        plant.Enter(Person(4), new RecordDissent(new(2), new(2), Words("no alcanzan los fondos")));
        Assert.Equal((1, 3, 3), Range(plant.Enter(Person(1), new FoliateMinutes(new(2), Sheets(1)))));
        Assert.Equal("minutes.nothing-to-foliate", plant.Refused(Person(1), new FoliateMinutes(new(2), Sheets(1))).Code.Name);
    }

    [Fact]
    public void Folios_are_unbroken_whatever_is_asked_in_whatever_order()
    {
        Laws.Hold((from what in Gen.Choose(0, 3) from size in Gen.Choose(1, 6) select (what, size)).ListOf(24), steps =>
        {
            var plant = Held(6);
            // The naive model: every folio of every volume, with what stands on it.
            var model = new SortedDictionary<(int, int), string>();
            foreach (var (what, size) in steps)
            {
                Act act = what switch
                {
                    0 => new VoidFolios(BodyId.Assembly, size, Words("nula")),
                    1 => new OpenMinuteBook(BodyId.Assembly, size, size % 2 == 0 ? size + 9 : null),
                    _ => new FoliateMinutes(new(size), Sheets(size)),
                };
                if (plant.Ask(Person(1), act) is not Decision.Entered { Entries: var entries }) continue;
                foreach (var entry in entries)
                    foreach (var (book, from, through, on) in entry switch
                    {
                        MinutesFoliated foliated => [(foliated.Book, foliated.From, foliated.Through, "acta")],
                        FoliosVoided voided => [(voided.Book, voided.From, voided.Through, "nulo")],
                        _ => Array.Empty<(int, int, int, string)>(),
                    })
                        for (var folio = from; folio <= through; folio++) model.Add((book, folio), on);
            }
            return model.Keys.GroupBy(key => key.Item1).All(volume => volume.Select(key => key.Item2).ToList() is var folios && folios[^1] - folios[0] + 1 == folios.Count)
                && plant.State.Assemblies.Past.Values.SelectMany(past => past.Minutes!.Folios).Sum(range => range.Count) == model.Values.Count(on => on == "acta");
        }, times: 40);
    }

    [Fact]
    public void Who_took_part_has_reasons_recorded_during_the_sitting_and_within_the_norms_time_after()
    {
        var plant = RoomExamples.Open();
        plant.Carry(One, 2, null, 5, 3);
        plant.Enter(Person(6), new RecordDissent(One, new(1), Words("durante")));
        plant.Enter(Person(1), new CloseAssembly(One));
        plant.Now += Duration.FromDays(4);
        Assert.Equal(Person(7), plant.Enter(Person(7), new RecordDissent(One, new(1), Words("después"))).OfType<DissentRecorded>().Single().Person);
        plant.Now += Duration.FromDays(3);
        Assert.Equal("minutes.dissent-late", plant.Refused(Person(8), new RecordDissent(One, new(1), Words("tarde"))).Code.Name);
        Assert.Equal(2, plant.State.Assemblies.Recent[1].Dissents.Length);
        Assert.Single(plant.State.Assemblies.Past[1].Minutes!.Beside);
    }

    internal static Plant Held(int sittings)
    {
        var plant = Founded();
        for (var sitting = 0; sitting < sittings; sitting++)
        {
            var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
            plant.Carry(id, 1, null, 5, 3);
            plant.Enter(Person(1), new CloseAssembly(id));
        }
        foreach (var id in plant.State.Assemblies.Past.Values.Where(past => past.Minutes is { Number: null }).Select(past => past.Id).ToList())
            plant.Enter(Person(1), new DrawUpMinutes(id));
        return plant;
    }

    internal static ImmutableArray<Text> Sheets(int count) => [.. Enumerable.Range(1, count).Select(sheet => Words($"hoja {sheet}"))];

    private static (int, int, int) Range(ImmutableArray<Entry> entries)
    {
        var foliated = entries.OfType<MinutesFoliated>().Single();
        return (foliated.Book, foliated.From, foliated.Through);
    }
}
