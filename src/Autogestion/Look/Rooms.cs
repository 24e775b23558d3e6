// The rooms of a collective, in the order of the strip, with the same words as folders, menu and manual.

namespace Autogestion.Look;

/// <summary>A room: a part of the program named with the people's own word.</summary>
public enum Room
{
    Today,
    Assemblies,
    Resolutions,
    Calendar,
    Mirror,
    Members,
    Sanctions,
    Posts,
    Duties,
    Work,
    Pay,
    Accounts,
    Surplus,
    Bodies,
    Audit,
    Statutes,
    Network,
    Book,
}

/// <summary>Addresses and places of rooms in the navigation.</summary>
public static class Rooms
{
    /// <summary>The strip under the head. Each room is followed by those that are reached from within it.</summary>
    public static IReadOnlyList<IReadOnlyList<Room>> Strip { get; } =
    [
        [Room.Today],
        [Room.Assemblies, Room.Resolutions, Room.Calendar, Room.Mirror],
        [Room.Members, Room.Sanctions],
        [Room.Posts, Room.Bodies, Room.Audit],
        [Room.Work, Room.Pay, Room.Duties],
        [Room.Accounts, Room.Surplus],
        [Room.Statutes],
        [Room.Network],
        [Room.Book],
    ];

    /// <summary>The key of the room's word: <c>rooms.today</c>.</summary>
    public static string Key(this Room room) => "rooms." + Name(room);

    /// <summary>The address of the room in a book.</summary>
    public static string Href(this Room room, string book) =>
        room == Room.Today ? $"/c/{book}" : $"/c/{book}/{Name(room)}";

    /// <summary>The rooms reached from within the same place of the strip, itself included.</summary>
    public static IReadOnlyList<Room> Beside(this Room room) => Strip.Single(place => place.Contains(room));

    static string Name(Room room) => room.ToString().ToLowerInvariant();
}
