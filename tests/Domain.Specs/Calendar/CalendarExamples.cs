using Autogestion.Domain.Calendar;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Calendar;

/// <summary>How the record of a legal duty is refused.</summary>
internal static class CalendarExamples
{
    public static IEnumerable<Example> All =>
    [
        new(CalendarRefusals.NoSuchDuty, () => Founded().Refused(Person(3), new FulfilDuty(LegalDuty.AuditReport, FirstDay, Words("folio 3")))),
        new(CalendarRefusals.AlreadyFulfilled, () =>
        {
            var plant = Founded(preset: DuesSpecs.Argentina);
            var report = new FulfilDuty(LegalDuty.AuditReport, new(2024, 3, 31), Words("folio 3"));
            plant.Enter(Person(3), report);
            return plant.Refused(Person(3), report);
        }),
    ];
}
