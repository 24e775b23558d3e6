using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Assemblies.Floor;

/// <summary>Decides who speaks, and points of order.</summary>
public static class FloorDecider
{
    private const int MostMinutes = 120;

    /// <param name="tellers">The tellers named for this sitting.</param>
    public static Decision Decide(FloorAct act, Stamp stamp, Assembly assembly, StatuteBook statutes, ImmutableArray<PersonId> tellers)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        var floor = assembly.Floor;
        return act switch
        {
            AskFloor ask => Ask(ask, assembly, statutes),
            LeaveSpeakersList leave => floor.Waiting.Any(request => request.Person == leave.Person) ? new SpeakersListLeft(assembly.Id, leave.Person) : FloorRefusals.NotOnList,
            GiveFloor give => Give(give, assembly, statutes),
            EndTurn end => floor.Speaking?.Person == end.Person ? new TurnEnded(assembly.Id, end.Person) : FloorRefusals.NotSpeaking,
            CloseSpeakersList => floor.Closed ? FloorRefusals.ListClosed : new SpeakersListClosed(assembly.Id),
            OpenSpeakersList => floor.Closed ? new SpeakersListOpened(assembly.Id) : FloorRefusals.ListOpen,
            SetSpeakingTime set => set.Minutes is < 0 or > MostMinutes ? FloorRefusals.TimeImpossible.With("most", MostMinutes) : new SpeakingTimeSet(assembly.Id, set.Minutes),
            RaisePointOfOrder raise => Raise(raise, stamp, assembly),
            RulePointOfOrder rule => Rule(rule, stamp, assembly),
            AppealRuling appeal => Appeal(appeal, stamp, assembly),
            DecideAppeal decide => DecideOn(decide, assembly, tellers),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }

    /// <summary>How speakers follow one another in a sitting under these rules.</summary>
    public static FloorRules RulesOf(StatuteBook statutes) => new(statutes.Rule(Rules.FloorOrder).Value.Value, statutes.Rule(Rules.FloorAlternates).Value.Value);

    /// <summary>How long each turn lasts; null for no limit.</summary>
    public static Duration? TimeOf(SpeakersList floor, StatuteBook statutes)
    {
        if (floor.Minutes is { } set) return set == 0 ? null : Duration.FromMinutes(set);
        var limit = statutes.Rule(Rules.SpeakingTime).Value.Value;
        return limit.Amount == 0 ? null : limit.Unit == TimeUnit.Hours ? Duration.FromHours(limit.Amount) : Duration.FromMinutes(limit.Amount);
    }

    private static Decision Ask(AskFloor act, Assembly assembly, StatuteBook statutes)
    {
        if (!assembly.InRoom.ContainsKey(act.Person)) return AssembliesRefusals.NotIn;
        if (assembly.Floor.Speaking?.Person == act.Person) return FloorRefusals.Speaking;
        if (assembly.Floor.Waiting.Any(request => request.Person == act.Person)) return FloorRefusals.AlreadyAsked;
        if (assembly.Floor.Closed) return FloorRefusals.ListClosed;
        var alternates = statutes.Rule(Rules.FloorAlternates);
        return act.List != FloorList.Common && !alternates.Value.Value ? FloorRefusals.OneList.Under(alternates.Cited) : new FloorAsked(assembly.Id, act.Person, act.List);
    }

    private static Decision Give(GiveFloor act, Assembly assembly, StatuteBook statutes)
    {
        if (assembly.InVote is { Phase: MotionPhase.Voting }) return AssembliesRefusals.VoteIsOpen;
        var next = assembly.Floor.InOrder(RulesOf(statutes), assembly.CurrentItem).FirstOrDefault();
        if ((act.Person ?? next?.Person) is not { } person) return FloorRefusals.NobodyWaits;
        if (person == PersonId.Nobody && assembly.Presence.Guests == 0) return FloorRefusals.NoGuests;
        if (person != PersonId.Nobody && !assembly.InRoom.ContainsKey(person)) return AssembliesRefusals.NotIn;
        if (assembly.Floor.Speaking?.Person == person && person != PersonId.Nobody) return FloorRefusals.Speaking;
        var list = assembly.Floor.Waiting.FirstOrDefault(request => request.Person == person)?.List ?? FloorList.Common;
        return new FloorGiven(assembly.Id, person, list, next is not null && next.Person != person);
    }

    private static Decision Raise(RaisePointOfOrder act, Stamp stamp, Assembly assembly)
    {
        if (!assembly.IsPresentAndEntitled(stamp.Actor)) return AssembliesRefusals.NotPresentAndEntitled;
        return assembly.Floor.Points.Any(point => point.By == stamp.Actor && point.Ruling is null)
            ? FloorRefusals.PointWaits
            : new PointOfOrderRaised(assembly.Id, assembly.Floor.Points.Length + 1, act.Words);
    }

    private static Decision Rule(RulePointOfOrder act, Stamp stamp, Assembly assembly)
    {
        if (assembly.Floor.Point(act.Number) is not { } point) return FloorRefusals.UnknownPoint;
        if (point.Ruling is not null) return FloorRefusals.AlreadyRuled;
        return point.By == stamp.Actor ? FloorRefusals.OwnPoint : new PointOfOrderRuled(assembly.Id, act.Number, act.Upheld, act.Reason);
    }

    private static Decision Appeal(AppealRuling act, Stamp stamp, Assembly assembly)
    {
        if (!assembly.IsPresentAndEntitled(stamp.Actor)) return AssembliesRefusals.NotPresentAndEntitled;
        if (assembly.Floor.Point(act.Number) is not { } point) return FloorRefusals.UnknownPoint;
        if (point.Ruling is null) return FloorRefusals.NotRuled;
        if (point.AppealedBy is not null) return FloorRefusals.AlreadyAppealed;
        if (point.RuledBy == stamp.Actor) return FloorRefusals.OwnPoint;
        return point.Item != assembly.CurrentItem ? FloorRefusals.TooLate : new RulingAppealed(assembly.Id, act.Number);
    }

    private static Decision DecideOn(DecideAppeal act, Assembly assembly, ImmutableArray<PersonId> tellers)
    {
        if (assembly.Floor.Point(act.Number) is not { } point) return FloorRefusals.UnknownPoint;
        if (!point.WaitsForAppeal) return FloorRefusals.NoAppeal;
        if (act.Tellers.Length != 2 || act.Tellers.Distinct().Count() != 2 || !act.Tellers.All(tellers.Contains)) return VotesRefusals.TwoTellers;
        if (act.Tellers.Any(teller => teller == point.RuledBy)) return FloorRefusals.OwnPoint;
        var most = assembly.Present;
        return act.WithChair < 0 || act.AgainstChair < 0 || act.WithChair > most || act.AgainstChair > most || act.WithChair + act.AgainstChair > most
            ? VotesRefusals.CountImpossible.With("entitled", most)
            : new AppealDecided(assembly.Id, act.Number, act.WithChair, act.AgainstChair, act.Tellers, act.AgainstChair > act.WithChair);
    }
}
