/* Made of openapi.json by `npm run client`, which a test of the server holds to what it answers. Not edited by hand. */
export interface paths {
    "/.rest/editor/v1/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The apps of the launcher */
        get: operations["appList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/apps/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One app: its list and its form */
        get: operations["appApp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Assets: q is words; the facets kind, format, orientation, licence, language, organisation and missing narrow, each by one or more values; sort is title, modified, size or format, descending with a minus before it */
        get: operations["assetLibraryList"];
        put?: never;
        /** Uploads an asset */
        post: operations["assetUpload"];
        delete?: never;
        options?: never;
        head?: never;
        /** Sets the same for many assets, or puts them into a folder; each says how it went */
        patch: operations["assetLibraryChangeMany"];
        trace?: never;
    };
    "/.rest/editor/v1/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One asset with what is known and said of it */
        get: operations["assetRead"];
        put?: never;
        post?: never;
        /** Puts the asset into the trash; with purge=true it goes for good, out of the trash */
        delete: operations["assetLibraryDelete"];
        options?: never;
        head?: never;
        /** Corrects metadata, sets properties */
        patch: operations["assetChange"];
        trace?: never;
    };
    "/.rest/editor/v1/assets/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file as it was uploaded, or a range of it */
        get: operations["draftFileFile"];
        put?: never;
        /** Gives the asset another file; what refers to it shows the new one */
        post: operations["assetLibraryReplace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/assets/{id}/moment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link to the picture of a moment of a film, and what made it: ffmpeg, jcodec, or neutral when nothing here can read the film */
        get: operations["filmMoment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/assets/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of the file: of a picture in another size, of a document its first page, of a video a moment */
        get: operations["draftFilePicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/assets/{id}/rendition-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A signed link to a picture of the asset in a size of your own */
        get: operations["assetLibraryRenditionLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/assets/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the asset out of the trash; it is live again */
        post: operations["assetLibraryRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/assets/{id}/used-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries that use an asset, in draft or live */
        get: operations["choiceAssetUsedIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/assets/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All folders, and how many assets lie directly in each */
        get: operations["assetFolderAll"];
        put?: never;
        /** Makes a folder */
        post: operations["assetFolderCreate"];
        /** Takes an empty folder away */
        delete: operations["assetFolderRemove"];
        options?: never;
        head?: never;
        /** Moves or renames a folder with all that lies in it */
        patch: operations["assetFolderMove"];
        trace?: never;
    };
    "/.rest/editor/v1/assets/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one may do in the library, and what it knows of: locales, sizes of pictures, how large a file may be */
        get: operations["assetLibraryOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/assets/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much room the files of your organisation take and have */
        get: operations["assetRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record, the latest first: before goes on behind the entry of that number, subject is what it was done to, entry the id of an entry, since and until are moments */
        get: operations["auditRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recomputes the chain of hashes; head is one that was answered before, which the record must still contain */
        get: operations["auditVerify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How things stand among what one may read: states, quotas of partners, translations, last changes, overdue tasks, planned publications; problems of the definitions for administrators */
        get: operations["dashboardDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts of a type: q is full text; filter is property:operator:value (eq, ne, gt, gte, lt, lte, like, in, not-in, null; values with |); sort is a property, descending with a minus before it; columns are the properties wanted, all if not given; view is a saved view, over which the other parameters go */
        get: operations["entryListList"];
        put?: never;
        /** Creates a draft */
        post: operations["entryCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft of an entry */
        get: operations["entryRead"];
        /** Makes the draft what is given: what is left out is taken away */
        put: operations["entryReplace"];
        post?: never;
        /** Deletes a draft, or marks it as deleted while it is live; replaceWith is the entry of the same type that drafts shall refer to instead */
        delete: operations["entryDelete"];
        options?: never;
        head?: never;
        /** Changes the given properties of the draft */
        patch: operations["entryChange"];
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rounds in which partners were asked to agree, the latest first */
        get: operations["agreementRounds"];
        put?: never;
        /** Asks partner organisations to agree on the draft as it is now, which becomes a version */
        post: operations["agreementOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/agreement/agreed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The version that all partners have agreed on; 400 with those who have not */
        get: operations["agreementAgreed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/agreement/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agrees on behalf of an organisation; with the last of them the version is agreed */
        post: operations["agreementAgree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/agreement/consents/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes the consent of an organisation back, as long as others are missing */
        delete: operations["agreementWithdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The comments on an entry and its fields, oldest first */
        get: operations["commentComments"];
        put?: never;
        /** Comments on an entry or a field, or answers; who is mentioned by @name and may read the entry is notified */
        post: operations["commentSay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/comments/{comment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes one's own comment away */
        delete: operations["commentDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/comments/{comment}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ends a thread, or takes it up again */
        put: operations["commentResolve"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two states, texts word by word; from and to are draft, live or the name of a version */
        get: operations["versionDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a copy of the entry */
        post: operations["deedDuplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves or renames the entry */
        post: operations["deedMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those who may read an entry, up to twenty: to be mentioned, or given a stage */
        get: operations["commentPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says that one has the entry open; to be repeated every five seconds */
        put: operations["workingCopyHere"];
        post?: never;
        /** Says that one has closed the entry */
        delete: operations["workingCopyGone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What delivery will answer when the draft, with what is typed and not saved, is published; nothing is changed */
        post: operations["previewPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/publication-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every rule that keeps the draft from being published, with its field and locale */
        get: operations["workingCopyCheck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes the entry, or its deletion */
        post: operations["deedPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plans to publish or unpublish at a local time in a time zone */
        post: operations["schedulePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A transcript with the state of each translated segment, and what can be listened to beside it */
        get: operations["transcriptRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/segments/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that translated segments fit what was spoken as it is now */
        post: operations["transcriptConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/segments/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A transcript as WebVTT or SubRip */
        get: operations["transcriptExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/segments/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings in a transcript, or a translation of it, from WebVTT or SubRip */
        post: operations["transcriptImportFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/tracks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tracks of the draft: its files, and what follows from its transcript and its chapters */
        get: operations["trackList"];
        put?: never;
        /** Attaches a file of WebVTT or SubRip, in place of the one of the same kind and locale */
        post: operations["trackPut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/tracks/{kind}/{locale}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One track as WebVTT or SubRip */
        get: operations["trackRead"];
        put?: never;
        post?: never;
        /** Takes a file away from the entry; it stays in the library */
        delete: operations["trackRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/undelete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the mark of deletion away */
        post: operations["deedUndelete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the entry off the channels */
        post: operations["deedUnpublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/used-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries that refer to this one, in draft or live */
        get: operations["choiceUsedIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of the entry, oldest first */
        get: operations["versionVersions"];
        put?: never;
        /** Keeps the draft as it is now as a named version */
        post: operations["versionKeep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/versions/{name}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the draft, or some of its fields, what it was in a version (or is live); a whole draft that no version holds becomes one before */
        post: operations["versionRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/workflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an entry is in its workflow; 204 for a type without one */
        get: operations["workflowWay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/workflow/stages/{stage}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Who does a stage, until when, and the hours it took; what is left out stays, an empty assignee takes it away */
        put: operations["workflowPlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/workflow/stages/{stage}/checklist/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ticks an item of a check-list, or takes the tick away */
        put: operations["workflowCheck"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/workflow/stages/{stage}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes the stage an entry is in; 400 with what is missing */
        post: operations["workflowComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/workflow/stages/{stage}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes back to a stage */
        post: operations["workflowReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/working-copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's working copy of an entry, beside the draft; 204 where there is none */
        get: operations["workingCopyRead"];
        /** Keeps all that one has changed so far, valid or not; 409 with mine, theirs and base where others changed the same fields (it is kept all the same) */
        put: operations["workingCopyKeep"];
        post?: never;
        /** Throws one's working copy away */
        delete: operations["workingCopyDiscard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/entries/{type}/{id}/working-copy/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Saves the working copy into the draft; 409 with the copy and its conflicts where others changed the same fields */
        post: operations["workingCopySave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: change, presence, job, notification, comment; what changed since Last-Event-ID comes first */
        get: operations["eventEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/exports/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes a list as XLSX, CSV or JSON; texts that a spreadsheet would run as formulas are made harmless */
        post: operations["exportExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/external-videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose film an address is of, and where its player is; nothing of it is loaded */
        get: operations["filmExternal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All groups */
        get: operations["groupList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/groups/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Creates the group, or makes it what is given */
        put: operations["groupSave"];
        post?: never;
        /** Removes a group; its users stay */
        delete: operations["groupRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Imports newline-delimited JSON and reports on each line */
        post: operations["importRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's jobs, the latest first */
        get: operations["jobList"];
        put?: never;
        /** Starts a bulk action in the background */
        post: operations["jobStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job is */
        get: operations["jobJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a job after the entries that it is at */
        post: operations["jobCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/jobs/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each entry */
        get: operations["jobRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/jobs/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back what a job did, up to ten minutes after it ended */
        post: operations["jobUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/jobs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a bulk action would do to each entry, and what keeps it from some; changes nothing */
        post: operations["jobPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ways to log in here; for everybody */
        get: operations["loginMethods"];
        put?: never;
        /** Opens a session; the one the browser had before ends */
        post: operations["loginLogIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session. Without one there is nothing to do */
        post: operations["loginLogOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/mappings/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own mappings and the shared ones */
        get: operations["mappingList"];
        put?: never;
        /** Keeps a mapping */
        post: operations["mappingCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/mappings/{type}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own mapping */
        put: operations["mappingChange"];
        post?: never;
        /** Deletes one's own mapping */
        delete: operations["mappingDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who one is, and what one may do */
        get: operations["loginMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes one's own password; other sessions of one's own end */
        post: operations["loginChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one should know of, the latest first */
        get: operations["notificationNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Marks a notification as read */
        put: operations["notificationRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one wants by e-mail, and in which language */
        get: operations["notificationPreferences"];
        /** Chooses what one wants by e-mail (none, immediately, daily), and in which language (en, de, it, sr) */
        put: operations["notificationPrefer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Marks all notifications as read */
        put: operations["notificationReadAll"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["apiDocumentDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of some types, or assets (types=dam), that match what was typed; or those with the given ids, to show what is chosen */
        get: operations["choiceReferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles there are, and what they allow */
        get: operations["roleList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is planned, by time; with over=true also what was done, failed or was cancelled */
        get: operations["scheduleCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/schedule/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancels what is planned */
        delete: operations["scheduleCancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's open sessions; all of everybody for an administrator */
        get: operations["keySessions"];
        put?: never;
        post?: never;
        /** Ends all of one's sessions, on every device; with others=true all but the one that asks */
        delete: operations["keyEndSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a session */
        delete: operations["keyEndSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/sheets/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads an XLSX or CSV file, and suggests where its columns go; it is kept for a week */
        post: operations["sheetReceive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/sheets/{type}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A spreadsheet that was brought */
        get: operations["sheetSheet"];
        put?: never;
        post?: never;
        /** Forgets a spreadsheet */
        delete: operations["sheetDrop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/sheets/{type}/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What importing some rows would do, and what is wrong with them; changes nothing */
        post: operations["sheetCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/sheets/{type}/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts the job that imports the spreadsheet, once */
        post: operations["sheetRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/sheets/{type}/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The spreadsheet with what importing it would do to each row */
        post: operations["sheetReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/sheets/{type}/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The spreadsheet with what became of each row */
        get: operations["sheetResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/sheets/{type}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How large a spreadsheet may be */
        get: operations["sheetLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stages that are to be done now, the earliest due date first: one's own (whose=me), those of entries of one's organisations (organisation), or all; with overdue=true only those that are late */
        get: operations["workflowTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's tokens; all of everybody for an administrator */
        get: operations["keyTokens"];
        put?: never;
        /** Makes a token and answers it, once; what is left out is not limited */
        post: operations["keyMakeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a token */
        delete: operations["keyRevoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/tree/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The folders and entries directly below a path */
        get: operations["entryListTree"];
        put?: never;
        /** Makes a folder */
        post: operations["entryListCreateFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a resumable upload (tus 1.0.0); Location is where its parts go */
        post: operations["uploadBegin"];
        delete?: never;
        /** What of the tus protocol is spoken, and how large a file may be */
        options: operations["uploadOptions"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Gives an upload up; its parts are deleted */
        delete: operations["uploadGiveUp"];
        options?: never;
        /** Where an upload is to go on: Upload-Offset */
        head: operations["uploadOffset"];
        /** A part of the file, from Upload-Offset on */
        patch: operations["uploadAppend"];
        trace?: never;
    };
    "/.rest/editor/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The users whom one may manage */
        get: operations["userList"];
        put?: never;
        /** Creates a user; answers the generated password, once, where none is given */
        post: operations["userCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/users/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A user whom one may manage */
        get: operations["userRead"];
        put?: never;
        post?: never;
        /** Removes a user */
        delete: operations["userRemove"];
        options?: never;
        head?: never;
        /** Changes what is given; enabled: false suspends, which ends all sessions and tokens at once */
        patch: operations["userChange"];
        trace?: never;
    };
    "/.rest/editor/v1/users/{name}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a new password, once */
        post: operations["userResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/views/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own views and the shared ones */
        get: operations["viewList"];
        put?: never;
        /** Saves a view */
        post: operations["viewCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/views/{type}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One view, by the id that its address carries */
        get: operations["viewView"];
        /** Changes one's own view */
        put: operations["viewChange"];
        post?: never;
        /** Deletes one's own view */
        delete: operations["viewDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/vocabularies/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The terms of a vocabulary in their tree, labelled in a language; with q, those that match and all above them */
        get: operations["choiceVocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/workflows/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A workflow with its stages and check-lists, labelled in a language */
        get: operations["workflowWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.rest/editor/v1/working-copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that one has typed and not saved, the latest first */
        get: operations["workingCopyAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountGroup: {
            label: string;
            locales: string[];
            name: string;
            organisations: string[];
            roles: string[];
        };
        Action: {
            availability: components["schemas"]["Availability"];
            description?: components["schemas"]["Label"];
            icon?: string;
            label: components["schemas"]["Label"];
            messages: {
                [key: string]: components["schemas"]["Label"];
            };
            name: string;
            parameters: {
                [key: string]: unknown;
            };
            type: string;
        };
        ActionBar: {
            defaultAction?: string;
            sections: components["schemas"]["Section"][];
        };
        Agreed: {
            version: string;
        };
        AgreementControllerConsent: {
            organisation: string;
        };
        AgreementControllerRound: {
            partners: string[];
        };
        AgreementList: {
            people: {
                [key: string]: string;
            };
            rounds: components["schemas"]["Status"][];
            suggested: string[];
            titles: {
                [key: string]: string;
            };
        };
        ApiToken: {
            actions: string[];
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            expires: string;
            id: string;
            /** Format: date-time */
            lastUsed?: string;
            locales: string[];
            name: string;
            perspective?: string;
            token?: string;
            types: string[];
            user: string;
        };
        AppList: {
            apps: components["schemas"]["Summary"][];
            language: string;
        };
        AppModel: {
            browser?: components["schemas"]["Browser"];
            contentType?: string;
            defaultLocale: string;
            detail?: components["schemas"]["Detail"];
            /** Format: int64 */
            generation: number;
            group: string;
            icon?: string;
            label: components["schemas"]["Label"];
            language: string;
            locales: components["schemas"]["ContentLocale"][];
            module: string;
            name: string;
            workspace?: string;
        };
        Asset: {
            "@id": string;
            "@link": string;
            "@path": string;
            /** @description SHA-256 */
            contentHash: string;
            /** @description The part that pictures of it show, where it is not all: left, top, width and height as shares, 0.1,0.2,0.5,0.6 */
            crop?: string;
            fileName: string;
            height?: number;
            /** Format: date-time */
            lastModified: string;
            mimeType: string;
            revision: number;
            /**
             * @description Where a virus scanner is asked
             * @enum {string}
             */
            scan?: "pending" | "clean" | "infected";
            /** Format: int64 */
            size: number;
            width?: number;
        };
        AssetBulkChange: {
            /** @description Where they are to lie: /logos */
            folder?: string;
            ids: string[];
            metadata?: {
                [key: string]: unknown;
            };
            properties?: {
                [key: string]: unknown;
            };
        };
        AssetBulkResult: {
            results: ({
                "@id": string;
                code?: string;
                error?: string;
            } & {
                [key: string]: unknown;
            })[];
        };
        AssetChange: {
            /** @description Corrections; null goes back to what the file says */
            metadata?: {
                [key: string]: unknown;
            };
            /** @description null takes one away */
            properties?: {
                [key: string]: unknown;
            };
            /** @description The one that was read; If-Match may give it instead */
            revision?: number;
        };
        AssetDetails: components["schemas"]["Asset"] & {
            corrected: string[];
            /** @description What the file itself says */
            extracted: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            extraction: "pending" | "done" | "failed";
            live: boolean;
            /** @description What holds: duration (seconds), width, pages, language, ... */
            metadata: {
                [key: string]: unknown;
            };
            note?: string;
            permissions: components["schemas"]["AssetRights"];
            /** @description What editors say: title, alt_sl, licence, ... */
            properties: {
                [key: string]: unknown;
            };
            /** @description Why a scan holds it back from readers */
            scanNote?: string;
            trash: boolean;
        };
        AssetOptions: {
            locales: {
                id: string;
                /** @description Of stored names in this locale: _sl; empty for the default */
                suffix: string;
            }[];
            /**
             * Format: int64
             * @description Bytes
             */
            maxFileSize: number;
            may: components["schemas"]["AssetRights"];
            sizes: {
                crop: boolean;
                height: number;
                name: string;
                width: number;
            }[];
        };
        AssetPage: {
            facets: {
                [key: string]: {
                    /** Format: int64 */
                    count: number;
                    value: string;
                }[];
            };
            offset: number;
            results: components["schemas"]["AssetRow"][];
            /** Format: int64 */
            total: number;
        };
        /** @description Empty for who acts for no organisation */
        AssetQuota: {
            /**
             * Format: int64
             * @description Bytes; 0 for as many as there are
             */
            allowed?: number;
            organisation?: string;
            /**
             * Format: int64
             * @description Bytes
             */
            used?: number;
        };
        AssetRight: {
            allowed: boolean;
            /** @description The rule that says so */
            rule: string;
        };
        AssetRights: {
            create: components["schemas"]["AssetRight"];
            delete: components["schemas"]["AssetRight"];
            publish: components["schemas"]["AssetRight"];
            read: components["schemas"]["AssetRight"];
            write: components["schemas"]["AssetRight"];
        };
        /** @description title and what follows are left out where assets are asked for by their content */
        AssetRow: components["schemas"]["Asset"] & {
            /** @enum {string} */
            extraction?: "pending" | "done" | "failed";
            /** @enum {string} */
            kind?: "image" | "video" | "audio" | "document" | "other";
            live?: boolean;
            missing?: string[];
            title?: string;
            trash?: boolean;
        };
        AuditEntries: {
            next?: number | null;
            results: components["schemas"]["AuditEntry"][];
        };
        AuditEntry: {
            actor: string;
            /** Format: date-time */
            at: string;
            details: {
                [key: string]: string;
            };
            kind: string;
            /** Format: int64 */
            number: number;
            subject: string;
        };
        Availability: {
            multiple: boolean;
            nodes: boolean;
            nodeTypes: string[];
            properties: boolean;
            roles: string[];
            root: boolean;
            rules: components["schemas"]["Rule"][];
            writePermissionRequired: boolean;
        };
        Before: {
            externalIds: string[];
            path: string;
            properties: {
                [key: string]: unknown;
            };
            state: string;
            version?: string;
        };
        Browser: {
            actionbar: components["schemas"]["ActionBar"];
            actions: components["schemas"]["Action"][];
            filters: components["schemas"]["Filter"][];
            icon?: string;
            label: components["schemas"]["Label"];
            searchEnabled: boolean;
            searchPlaceholder?: components["schemas"]["Label"];
            views: components["schemas"]["View"][];
        };
        Bucket: {
            children: components["schemas"]["Bucket"][];
            /** Format: int64 */
            count: number;
            label: string;
            selected: boolean;
            value: string;
        };
        BulkRequest: {
            /** @enum {string} */
            action: "publish" | "unpublish" | "delete" | "undelete" | "move" | "setField" | "importSheet";
            contentType: string;
            fields?: {
                [key: string]: unknown;
            };
            ids?: string[];
            locales?: string[];
            path?: string;
            selection?: components["schemas"]["Selection"];
            sheet?: string;
            withReferences: boolean;
        };
        Calendar: {
            deeds: components["schemas"]["ScheduledDeed"][];
            people: {
                [key: string]: string;
            };
        };
        CellProblem: {
            column?: string;
            field: string;
            message: string;
            rule: string;
        };
        Change: {
            after: string;
            before: string;
            column?: string;
            field: string;
        };
        Check: {
            /** Format: date-time */
            at: string;
            by: string;
        };
        Choice: {
            icon?: string;
            label: components["schemas"]["Label"];
            selected: boolean;
            value: string;
        };
        ChoicesChoice: {
            contentType: string;
            id: string;
            mimeType?: string;
            path: string;
            state: string;
            title: string;
        };
        Cleaned: {
            field: string;
            removed: string[];
        };
        CleanedText: {
            field: string;
            removed: string[];
            value: string;
        };
        Column: {
            attributes: {
                [key: string]: unknown;
            };
            datasource?: components["schemas"]["Datasource"];
            editable: boolean;
            i18n: boolean;
            label: components["schemas"]["Label"];
            multiple: boolean;
            name: string;
            property?: string;
            sortable: boolean;
            /** @enum {string} */
            type: "title" | "status" | "date" | "path" | "icon" | "property";
            /** @enum {string} */
            valueType?: "string" | "html" | "boolean" | "integer" | "number" | "decimal" | "instant" | "day" | "geoPoint" | "asset" | "reference" | "object" | "none";
        };
        ColumnTargetsChoice: {
            locale?: string;
            multiple: boolean;
            property?: string;
            required: boolean;
            target: string;
            type: string;
        };
        Comment: {
            /** Format: date-time */
            at: string;
            author: string;
            contentType: string;
            entry: string;
            field?: string;
            id: string;
            mentions: string[];
            /** Format: date-time */
            resolvedAt?: string;
            resolvedBy?: string;
            text: string;
            thread?: string;
        };
        CommentList: {
            comments: components["schemas"]["Comment"][];
            people: {
                [key: string]: string;
            };
        };
        Confirmation: {
            locale: string;
            revision?: number | null;
            segments?: number[] | null;
        };
        Confirmed: {
            /** Format: int32 */
            confirmed: number;
        };
        Conflict: {
            base?: unknown;
            field: string;
            mine?: unknown;
            theirs?: unknown;
        };
        Consent: {
            /** Format: date-time */
            at: string;
            by: string;
            organisation: string;
        };
        Content: {
            mapping: components["schemas"]["SheetMapping"];
            name: string;
            shared: boolean;
        };
        ContentLocale: {
            fallbacks: string[];
            id: string;
            label: string;
        };
        Copy: {
            changed: {
                [key: string]: unknown;
            };
            conflicts: components["schemas"]["Conflict"][];
            contentType: string;
            /** Format: int64 */
            draftRevision: number;
            entry: string;
            fields: {
                [key: string]: unknown;
            };
            /** Format: int64 */
            revision: number;
            /** Format: date-time */
            savedAt: string;
            theirEditor: string;
        };
        CopyList: {
            copies: components["schemas"]["Stored"][];
        };
        Coverage: {
            /** Format: int64 */
            complete: number;
            label: string;
            locale: string;
            /** Format: int64 */
            none: number;
            /** Format: int64 */
            outdated: number;
            /** Format: int64 */
            partial: number;
        };
        CreatedUser: {
            email: string;
            enabled: boolean;
            fullName: string;
            groups: string[];
            locales: string[];
            name: string;
            organisations: string[];
            password?: string;
            roles: string[];
            sample: boolean;
        };
        Credentials: {
            password: string;
            user: string;
        };
        Dashboard: {
            /** Format: int64 */
            entries: number;
            overdue: components["schemas"]["Overdue"][];
            /** Format: int64 */
            overdueTotal: number;
            people: {
                [key: string]: string;
            };
            problems?: components["schemas"]["DefinitionProblems"];
            quotas: components["schemas"]["Quota"][];
            recent: components["schemas"]["Recent"][];
            scheduled: components["schemas"]["Scheduled"][];
            /** Format: int64 */
            scheduledTotal: number;
            states: components["schemas"]["StateCount"][];
            translations: components["schemas"]["Coverage"][];
        };
        Datasource: {
            contentTypes?: string[];
            /** @enum {string} */
            kind: "options" | "vocabulary" | "entries" | "assets" | "unavailable";
            options?: components["schemas"]["Choice"][];
            parameters: {
                [key: string]: unknown;
            };
            reason?: string;
            tree?: boolean;
            url?: string;
        };
        DefinitionProblem: {
            file: string;
            /** Format: int32 */
            line: number;
            message: string;
            /** @enum {string} */
            severity: "SEVERE" | "MAJOR" | "MINOR";
            suggestion?: string;
        };
        DefinitionProblems: {
            first: components["schemas"]["DefinitionProblem"][];
            /** Format: int64 */
            severe: number;
            /** Format: int64 */
            total: number;
        };
        Detail: {
            actionbar: components["schemas"]["ActionBar"];
            actions: components["schemas"]["Action"][];
            fields: components["schemas"]["Field"][];
            label: components["schemas"]["Label"];
            layout: components["schemas"]["Layout"];
        };
        Difference: {
            after?: unknown;
            before?: unknown;
            field: string;
            /** @enum {string} */
            kind: "added" | "removed" | "changed";
            locale?: string;
            property: string;
            words?: components["schemas"]["Piece"][];
        };
        Differences: {
            differences: components["schemas"]["Difference"][];
            from: string;
            to: string;
        };
        Editor: {
            field?: string;
            /** Format: date-time */
            seen: string;
            /** Format: date-time */
            since: string;
            user: string;
            window: string;
        };
        Editors: {
            editors: components["schemas"]["Editor"][];
            people: {
                [key: string]: string;
            };
        };
        Entry: components["schemas"]["EntrySummary"] & {
            "@permissions"?: components["schemas"]["EntryPermissions"];
            locales?: {
                [key: string]: number;
            };
            properties: components["schemas"]["Properties"];
        };
        /** @description Properties beside each other; @name and @path when it is created, revision when it is changed. */
        EntryInput: {
            "@name"?: string;
            "@path"?: string;
            /** Format: int64 */
            revision?: number;
        } & {
            [key: string]: unknown;
        };
        EntryListControllerNewFolder: {
            path: string;
        };
        /** @description titles are of the entries and of all they refer to, by id */
        EntryPage: {
            facets: {
                [key: string]: components["schemas"]["FacetCounts"];
            };
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            offset: number;
            results: components["schemas"]["Entry"][];
            titles: {
                [key: string]: string;
            };
            /** Format: int64 */
            total: number;
        };
        /** @description By action whether the reader may, else the rule and who can grant it; in deniedFields the rules of fields. In answers for one entry */
        EntryPermissions: {
            comment?: components["schemas"]["Permission"];
            create?: components["schemas"]["Permission"];
            delete?: components["schemas"]["Permission"];
            deniedFields?: {
                [key: string]: string;
            };
            export?: components["schemas"]["Permission"];
            publish?: components["schemas"]["Permission"];
            read?: components["schemas"]["Permission"];
            write?: components["schemas"]["Permission"];
        };
        EntrySummary: {
            "@id": string;
            "@name": string;
            "@nodeType": string;
            "@path": string;
            "mgnl:created"?: string;
            "mgnl:lastActivated"?: string;
            "mgnl:lastModified"?: string;
            /** Format: int64 */
            revision: number;
            /** @enum {string} */
            state: "not-published" | "modified" | "published" | "deleted";
        };
        Export: {
            columns?: string[] | null;
            filters?: string[] | null;
            format: string;
            ids?: string[] | null;
            locale?: string | null;
            path?: string | null;
            q?: string | null;
            sort?: string[] | null;
        };
        ExternalVideo: {
            embedUrl: string;
            host: string;
            id: string;
            pageUrl: string;
            provider: string;
        };
        FacetCounts: {
            buckets: components["schemas"]["Bucket"][];
            /** Format: int64 */
            otherCount: number;
            truncated: boolean;
        };
        Field: {
            attributes: {
                [key: string]: unknown;
            };
            confidential: boolean;
            datasource?: components["schemas"]["Datasource"];
            declaredType: string;
            defaultValue?: unknown;
            description?: components["schemas"]["Label"];
            fields?: components["schemas"]["Field"][];
            forms?: components["schemas"]["Form"][];
            i18n: boolean;
            item?: components["schemas"]["Field"];
            label: components["schemas"]["Label"];
            /** @enum {string} */
            layout?: "stacked" | "horizontal";
            multiple: boolean;
            name: string;
            placeholder?: components["schemas"]["Label"];
            property?: string;
            readOnly: boolean;
            required: boolean;
            requiredMessage?: components["schemas"]["Label"];
            selector?: components["schemas"]["Field"];
            /** @enum {string} */
            storage?: "child" | "same";
            stored: boolean;
            /** @enum {string} */
            type: "checkBoxField" | "checkBoxGroupField" | "codeField" | "comboBoxField" | "compositeField" | "damLinkField" | "dateField" | "geoPointField" | "hiddenField" | "jsonField" | "linkField" | "listSelectField" | "localDateField" | "moneyField" | "multiField" | "numberField" | "pageLinkField" | "passwordField" | "radioButtonGroupField" | "resourceLinkField" | "richTextField" | "sliderField" | "staticField" | "switchableField" | "textField" | "tokenField" | "twinColSelectField" | "unknownField" | "uploadField" | "vocabularyField";
            validators: components["schemas"]["Validator"][];
            /** @enum {string} */
            valueType: "string" | "html" | "boolean" | "integer" | "number" | "decimal" | "instant" | "day" | "geoPoint" | "asset" | "reference" | "object" | "none";
        };
        FieldError: {
            field: string;
            message: string;
            rule: string;
        };
        Film: {
            embedUrl: string;
            host: string;
            pageUrl: string;
            provider: string;
            requiresConsent: boolean;
            videoId: string;
        };
        Filter: {
            datasource?: components["schemas"]["Datasource"];
            facet: boolean;
            /** @enum {string} */
            kind: "text" | "choice" | "reference" | "number" | "date" | "flag" | "state";
            label: components["schemas"]["Label"];
            name: string;
            property?: string;
        };
        Finding: {
            contentType: string;
            entry: string;
            field: string;
            locale?: string;
            message: string;
            path: string;
            property: string;
            rule: string;
            /** @enum {string} */
            severity: "error" | "warning";
        };
        Folder: {
            /** Format: int64 */
            assets: number;
            path: string;
        };
        FolderList: {
            folders: components["schemas"]["Folder"][];
        };
        FolderPage: {
            nodes: components["schemas"]["Node"][];
            path: string;
        };
        Form: {
            fields: components["schemas"]["Field"][];
            label: components["schemas"]["Label"];
            name: string;
        };
        Group: {
            items: string[];
            name: string;
        };
        GroupInput: {
            label?: string | null;
            locales?: string[] | null;
            organisations?: string[] | null;
            roles?: string[] | null;
        };
        GroupList: {
            results: components["schemas"]["AccountGroup"][];
        };
        Here: {
            field?: string | null;
            window: string;
        };
        ImportedTranscript: components["schemas"]["SavedEntry"] & {
            changed: number;
            segments: number;
            untouched: number;
        };
        ImportSheetsCheck: {
            /** Format: int32 */
            from: number;
            rows: components["schemas"]["RowReport"][];
            /** Format: int32 */
            total: number;
        };
        ImportSheetsColumn: {
            examples: string[];
            letter: string;
            name: string;
            suggestion: components["schemas"]["SheetMappingColumn"];
        };
        ImportSheetsView: {
            columns: components["schemas"]["ImportSheetsColumn"][];
            contentType: string;
            encodings: string[];
            id: string;
            job?: string;
            name: string;
            reading: components["schemas"]["Reading"];
            /** Format: int32 */
            rows: number;
            targets: components["schemas"]["ColumnTargetsChoice"][];
        };
        Item: {
            label: components["schemas"]["Label"];
            name: string;
            required: boolean;
        };
        Job: {
            /** Format: int32 */
            done: number;
            /** Format: int32 */
            failed: number;
            /** Format: date-time */
            finishedAt?: string;
            id: string;
            ids: string[];
            message?: string;
            owner: string;
            request: components["schemas"]["BulkRequest"];
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "waiting" | "running" | "finished" | "cancelled" | "undoing" | "undone";
            /** Format: date-time */
            undoableUntil?: string;
            /** Format: int32 */
            undone: number;
        };
        JobList: {
            jobs: components["schemas"]["Job"][];
        };
        Label: {
            keys: string[];
            missing: boolean;
            text: string;
        };
        Layout: {
            tabs: components["schemas"]["Tab"][];
            /** @enum {string} */
            type: "tabs" | "stacked" | "horizontal";
        };
        Listed: {
            asset?: string;
            kind: string;
            label?: string;
            locale: string;
            problem?: string;
            source: string;
            /** Format: int32 */
            texts?: number;
        };
        LoginMethods: {
            openId?: components["schemas"]["Provider"];
            password: boolean;
        };
        MailChange: {
            language?: string | null;
            mail?: ("none" | "immediately" | "daily") | null;
        };
        MailChoice: {
            address: string;
            available: boolean;
            daily: string;
            language: string;
            /** @enum {string} */
            mail: "none" | "immediately" | "daily";
        };
        Me: {
            administrator: boolean;
            csrfToken?: string;
            email: string;
            fullName: string;
            givableRoles: string[];
            groups: string[];
            locales: string[];
            name: string;
            organisations: string[];
            rights: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            roles: string[];
            whoCanGrant: string[];
        };
        Moment: {
            at: number;
            link: string;
            madeBy: string;
        };
        MovedFolder: {
            path: string;
            to: string;
        };
        MoveInput: {
            "@name"?: string;
            "@path"?: string;
        };
        NewFolder: {
            path: string;
        };
        NewPassword: {
            name: string;
            password: string;
        };
        NewVersion: {
            label: string;
        };
        Node: {
            folder: boolean;
            id: string;
            name: string;
            path: string;
            state: string;
            title: string;
        };
        Notification: {
            /** Format: date-time */
            at: string;
            by?: string;
            contentType: string;
            details?: {
                [key: string]: string;
            };
            entry: string;
            id: string;
            kind: string;
            read: boolean;
            text: string;
            user: string;
        };
        NotificationList: {
            notifications: components["schemas"]["Notification"][];
            people: {
                [key: string]: string;
            };
            titles: {
                [key: string]: string;
            };
            /** Format: int32 */
            unread: number;
        };
        OpenSession: {
            /** Format: date-time */
            created: string;
            current: boolean;
            /** Format: date-time */
            expires: string;
            id: string;
            /** Format: date-time */
            lastSeen: string;
            origin: string;
            user: string;
        };
        Overdue: {
            assignee?: string;
            contentType: string;
            /** Format: date */
            due: string;
            entry: string;
            stage: string;
            stageLabel: string;
            title: string;
            workflow: string;
        };
        Page: {
            choices: components["schemas"]["ChoicesChoice"][];
            more: boolean;
        };
        PasswordChange: {
            after: string;
            before: string;
        };
        Permission: {
            allowed: boolean;
            rule?: string;
            whoCanGrant?: string[];
        };
        Person: {
            fullName: string;
            name: string;
            organisations: string[];
        };
        PersonList: {
            people: components["schemas"]["Person"][];
        };
        Piece: {
            /** @enum {string} */
            kind: "same" | "removed" | "added";
            text: string;
        };
        Plan: {
            /** @enum {string} */
            action: "publish" | "unpublish";
            at: string;
            locales?: string[] | null;
            withReferences: boolean;
            zone: string;
        };
        Preview: {
            rows: components["schemas"]["PreviewRow"][];
            /** Format: int32 */
            total: number;
        };
        PreviewRow: {
            id: string;
            path: string;
            possible: boolean;
            problems: components["schemas"]["FieldError"][];
            state: string;
            title: string;
        };
        Problem: {
            code: string;
            detail?: string;
            errors?: components["schemas"]["FieldError"][];
            instance?: string;
            status: number;
            title?: string;
            type?: string;
        } & {
            [key: string]: unknown;
        };
        Progress: {
            locale: string;
            /** Format: int32 */
            outdated: number;
            /** Format: int32 */
            total: number;
            /** Format: int32 */
            translated: number;
        };
        /** @description Values by stored name (title, title_de); nested ones are objects or lists of objects. Null takes a value away. */
        Properties: {
            [key: string]: unknown;
        };
        Provider: {
            label: string;
            start: string;
        };
        PublishedEntries: components["schemas"]["SavedEntry"] & {
            published: components["schemas"]["PublishedEntry"][];
            /** @description What could be better, by the id of the entry */
            warnings?: {
                [key: string]: unknown;
            };
        };
        PublishedEntry: {
            "@id": string;
            "@path": string;
            contentType: string;
            /** Format: int64 */
            revision: number;
        };
        PublishInput: {
            locales?: string[];
            withReferences?: boolean;
        };
        Quota: {
            contentTypes: string[];
            /** Format: int32 */
            count: number;
            label: string;
            partners: components["schemas"]["Share"][];
            property: string;
            workflow: string;
        };
        Reading: {
            encoding?: string;
            format: string;
            /** Format: int32 */
            headings: number;
            separator?: string;
            worksheet?: string;
            worksheets?: string[];
        };
        Recent: {
            by?: string;
            /** Format: date-time */
            changed?: string;
            contentType: string;
            id: string;
            state: string;
            title: string;
        };
        Recording: {
            asset?: string;
            contentType: string;
            external?: components["schemas"]["ExternalVideo"];
            id: string;
            mimeType?: string;
            title: string;
        };
        RenditionLink: {
            link: string;
        };
        Report: {
            entries: string[];
            findings: components["schemas"]["Finding"][];
            publishable: boolean;
        };
        Resolution: {
            resolved: boolean;
        };
        Restored: {
            fields?: string[] | null;
        };
        Right: {
            allow?: string[];
            confidential: boolean;
            deny?: string[];
            fields?: string[];
            /** Format: int32 */
            line: number;
            locales?: string[];
            organisation?: string[];
            path: string;
            perspective?: string;
            types: string[];
        };
        Role: {
            assigns?: string[];
            description: string;
            file?: string;
            givable: boolean;
            label: string;
            name: string;
            rights?: components["schemas"]["Right"][];
        };
        RoleList: {
            results: components["schemas"]["Role"][];
        };
        Round: {
            /** Format: date-time */
            agreedAt?: string;
            consents: components["schemas"]["Consent"][];
            entry: string;
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            openedAt: string;
            openedBy: string;
            partners: string[];
            revision: string;
            version: string;
        };
        Row: {
            before?: components["schemas"]["Before"];
            cleaned?: components["schemas"]["Cleaned"][];
            fields?: string[];
            id: string;
            /** Format: int32 */
            line?: number;
            message?: string;
            outcome?: string;
            path: string;
            result: string;
            title: string;
        };
        RowList: {
            /** Format: int32 */
            offset: number;
            rows: components["schemas"]["Row"][];
        };
        RowReport: {
            changes: components["schemas"]["Change"][];
            id?: string;
            /** @enum {string} */
            outcome: "created" | "changed" | "unchanged" | "refused";
            problems: components["schemas"]["CellProblem"][];
            /** Format: int32 */
            row: number;
            title: string;
        };
        Rule: {
            name: string;
            negate: boolean;
            type: string;
        };
        Said: {
            field?: string | null;
            text: string;
            thread?: string | null;
        };
        SavedEntry: {
            "@id": string;
            "@path": string;
            /** @description Rich texts of which something was taken out: what is stored, and the elements and attributes that are not */
            cleaned?: components["schemas"]["CleanedText"][];
            /** Format: int64 */
            revision: number;
        };
        SavedViewsContent: {
            columns?: string[];
            display?: string;
            filters?: string[];
            locale?: string;
            name: string;
            path?: string;
            q?: string;
            shared: boolean;
            sort?: string[];
        };
        SavedViewsView: {
            contentType: string;
            id: string;
            mine: boolean;
            owner: string;
            view: components["schemas"]["SavedViewsContent"];
        };
        Scheduled: {
            /** @enum {string} */
            action: "publish" | "unpublish";
            /** Format: date-time */
            at: string;
            by: string;
            contentType: string;
            entry: string;
            id: string;
            title: string;
            zone: string;
        };
        ScheduledDeed: {
            /** @enum {string} */
            action: "publish" | "unpublish";
            /** Format: date-time */
            at: string;
            by: string;
            contentType: string;
            entry: string;
            /** Format: date-time */
            firedAt?: string;
            id: string;
            locales: string[];
            message?: string;
            /** @enum {string} */
            state: "waiting" | "firing" | "done" | "failed" | "cancelled";
            withReferences: boolean;
            zone: string;
        };
        Section: {
            availability: components["schemas"]["Availability"];
            groups: components["schemas"]["Group"][];
            label: components["schemas"]["Label"];
            name: string;
        };
        Segment: {
            end: number;
            /** Format: int32 */
            index: number;
            speakers: {
                [key: string]: string;
            };
            start: number;
            states: {
                [key: string]: string;
            };
            texts: {
                [key: string]: string;
            };
        };
        Selection: {
            filters?: string[];
            locale?: string;
            path?: string;
            q?: string;
        };
        SessionList: {
            results: components["schemas"]["OpenSession"][];
        };
        Share: {
            id: string;
            /** Format: int64 */
            live: number;
            own: boolean;
            title: string;
            /** Format: int64 */
            total: number;
        };
        SheetLimits: {
            /** Format: int32 */
            maxBytes: number;
            /** Format: int32 */
            maxColumns: number;
            /** Format: int32 */
            maxRows: number;
            /** Format: int64 */
            maxUnpackedBytes: number;
        };
        SheetMapping: {
            clearEmpty?: boolean;
            columns: components["schemas"]["SheetMappingColumn"][];
            zone?: string;
        };
        SheetMappingColumn: {
            column: string;
            decimal?: string;
            separator?: string;
            target?: string;
        };
        Shown: {
            address: string;
            delivered: string;
        };
        Stage: {
            checklist: components["schemas"]["Item"][];
            /** Format: int32 */
            days: number;
            label: components["schemas"]["Label"];
            name: string;
            requires: string[];
        };
        StagePlan: {
            assignee?: string | null;
            due?: string | null;
            hours?: number | null;
        };
        StageState: {
            assignee?: string;
            checklist: {
                [key: string]: components["schemas"]["Check"];
            };
            /** Format: date-time */
            completedAt?: string;
            completedBy?: string;
            /** Format: date */
            due?: string;
            hours: number;
            name: string;
        };
        StateCount: {
            /** Format: int64 */
            count: number;
            state: string;
        };
        Status: {
            changedSince: boolean;
            missing: string[];
            round: components["schemas"]["Round"];
            state: string;
        };
        Stored: {
            base: {
                [key: string]: unknown;
            };
            contentType: string;
            entry: string;
            fields: {
                [key: string]: unknown;
            };
            owner: string;
            /** Format: int64 */
            revision: number;
            /** Format: date-time */
            savedAt: string;
        };
        Summary: {
            contentType?: string;
            group: string;
            groupLabel: components["schemas"]["Label"];
            icon?: string;
            label: components["schemas"]["Label"];
            module: string;
            name: string;
            workspace?: string;
        };
        Tab: {
            fields: string[];
            label: components["schemas"]["Label"];
            name: string;
        };
        Task: {
            assignee?: string;
            contentType: string;
            /** Format: date */
            due?: string;
            entry: string;
            organisation?: string;
            overdue: boolean;
            path: string;
            stage: string;
            workflow: string;
        };
        TaskList: {
            people: {
                [key: string]: string;
            };
            tasks: components["schemas"]["Task"][];
            titles: {
                [key: string]: string;
            };
        };
        Template: {
            contentType: string;
            id: string;
            mine: boolean;
            owner: string;
            template: components["schemas"]["Content"];
        };
        TemplateList: {
            templates: components["schemas"]["Template"][];
        };
        Tick: {
            done: boolean;
        };
        TokenInput: {
            actions?: string[] | null;
            expiresInDays?: number | null;
            locales?: string[] | null;
            name: string;
            perspective?: string | null;
            types?: string[] | null;
            user?: string | null;
        };
        TokenList: {
            results: components["schemas"]["ApiToken"][];
        };
        TrackList: {
            tracks: components["schemas"]["Listed"][];
        };
        Transcript: {
            id: string;
            locales: components["schemas"]["Progress"][];
            property: string;
            recordings: components["schemas"]["Recording"][];
            /** Format: int64 */
            revision: number;
            segments: components["schemas"]["Segment"][];
            sourceLocale: string;
        };
        Typed: {
            base?: {
                [key: string]: unknown;
            } | null;
            fields: {
                [key: string]: unknown;
            };
            /** Format: int64 */
            revision: number;
        };
        Usage: {
            contentType: string;
            draft: boolean;
            fields: string[];
            id: string;
            live: boolean;
            path: string;
            state: string;
            title: string;
        };
        UsedIn: {
            /** Format: int32 */
            hidden: number;
            /** Format: int32 */
            total: number;
            usages: components["schemas"]["Usage"][];
        };
        User: {
            email: string;
            enabled: boolean;
            fullName: string;
            groups: string[];
            locales: string[];
            name: string;
            organisations: string[];
            roles: string[];
            sample: boolean;
        };
        UserChange: {
            email?: string | null;
            enabled?: boolean | null;
            fullName?: string | null;
            groups?: string[] | null;
            locales?: string[] | null;
            organisations?: string[] | null;
            roles?: string[] | null;
        };
        UserInput: {
            email?: string | null;
            enabled?: boolean | null;
            fullName?: string | null;
            groups?: string[] | null;
            locales?: string[] | null;
            name: string;
            organisations?: string[] | null;
            password?: string | null;
            roles?: string[] | null;
        };
        UserList: {
            results: components["schemas"]["User"][];
        };
        Validator: {
            enforced: boolean;
            errorMessage?: components["schemas"]["Label"];
            parameters: {
                [key: string]: unknown;
            };
            type: string;
        };
        Verification: {
            complaint?: string | null;
            /** Format: int64 */
            entries: number;
            head: string;
            intact: boolean;
        };
        Version: {
            by: string;
            /** Format: date-time */
            created: string;
            label?: string;
            live: boolean;
            name: string;
        };
        VersionList: {
            people: {
                [key: string]: string;
            };
            versions: components["schemas"]["Version"][];
        };
        View: {
            columns: components["schemas"]["Column"][];
            icon?: string;
            label: components["schemas"]["Label"];
            multiSelect: boolean;
            name: string;
            readOnly: boolean;
            /** @enum {string} */
            type: "tree" | "list" | "thumbnail";
        };
        ViewList: {
            views: components["schemas"]["SavedViewsView"][];
        };
        VocabularyTree: {
            name: string;
            /** Format: int32 */
            size: number;
            terms: components["schemas"]["VocabularyTreeNode"][];
            tree: boolean;
        };
        VocabularyTreeNode: {
            children: components["schemas"]["VocabularyTreeNode"][];
            code: string;
            deprecated: boolean;
            label: string;
            replacedBy?: string;
        };
        Wanted: {
            fields?: {
                [key: string]: unknown;
            } | null;
            locale?: string | null;
        };
        Way: {
            contentType: string;
            current?: string;
            entry: string;
            stages: components["schemas"]["StageState"][];
            workflow: string;
        };
        WayState: {
            missing: components["schemas"]["FieldError"][];
            people: {
                [key: string]: string;
            };
            way: components["schemas"]["Way"];
        };
        WorkflowModel: {
            label: components["schemas"]["Label"];
            name: string;
            stages: components["schemas"]["Stage"][];
        };
    };
    responses: {
        /** @description What is wrong, and what to do about it */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AccountGroup = components['schemas']['AccountGroup'];
export type Action = components['schemas']['Action'];
export type ActionBar = components['schemas']['ActionBar'];
export type Agreed = components['schemas']['Agreed'];
export type AgreementControllerConsent = components['schemas']['AgreementControllerConsent'];
export type AgreementControllerRound = components['schemas']['AgreementControllerRound'];
export type AgreementList = components['schemas']['AgreementList'];
export type ApiToken = components['schemas']['ApiToken'];
export type AppList = components['schemas']['AppList'];
export type AppModel = components['schemas']['AppModel'];
export type Asset = components['schemas']['Asset'];
export type AssetBulkChange = components['schemas']['AssetBulkChange'];
export type AssetBulkResult = components['schemas']['AssetBulkResult'];
export type AssetChange = components['schemas']['AssetChange'];
export type AssetDetails = components['schemas']['AssetDetails'];
export type AssetOptions = components['schemas']['AssetOptions'];
export type AssetPage = components['schemas']['AssetPage'];
export type AssetQuota = components['schemas']['AssetQuota'];
export type AssetRight = components['schemas']['AssetRight'];
export type AssetRights = components['schemas']['AssetRights'];
export type AssetRow = components['schemas']['AssetRow'];
export type AuditEntries = components['schemas']['AuditEntries'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type Availability = components['schemas']['Availability'];
export type Before = components['schemas']['Before'];
export type Browser = components['schemas']['Browser'];
export type Bucket = components['schemas']['Bucket'];
export type BulkRequest = components['schemas']['BulkRequest'];
export type Calendar = components['schemas']['Calendar'];
export type CellProblem = components['schemas']['CellProblem'];
export type Change = components['schemas']['Change'];
export type Check = components['schemas']['Check'];
export type Choice = components['schemas']['Choice'];
export type ChoicesChoice = components['schemas']['ChoicesChoice'];
export type Cleaned = components['schemas']['Cleaned'];
export type CleanedText = components['schemas']['CleanedText'];
export type Column = components['schemas']['Column'];
export type ColumnTargetsChoice = components['schemas']['ColumnTargetsChoice'];
export type Comment = components['schemas']['Comment'];
export type CommentList = components['schemas']['CommentList'];
export type Confirmation = components['schemas']['Confirmation'];
export type Confirmed = components['schemas']['Confirmed'];
export type Conflict = components['schemas']['Conflict'];
export type Consent = components['schemas']['Consent'];
export type Content = components['schemas']['Content'];
export type ContentLocale = components['schemas']['ContentLocale'];
export type Copy = components['schemas']['Copy'];
export type CopyList = components['schemas']['CopyList'];
export type Coverage = components['schemas']['Coverage'];
export type CreatedUser = components['schemas']['CreatedUser'];
export type Credentials = components['schemas']['Credentials'];
export type Dashboard = components['schemas']['Dashboard'];
export type Datasource = components['schemas']['Datasource'];
export type DefinitionProblem = components['schemas']['DefinitionProblem'];
export type DefinitionProblems = components['schemas']['DefinitionProblems'];
export type Detail = components['schemas']['Detail'];
export type Difference = components['schemas']['Difference'];
export type Differences = components['schemas']['Differences'];
export type Editor = components['schemas']['Editor'];
export type Editors = components['schemas']['Editors'];
export type Entry = components['schemas']['Entry'];
export type EntryInput = components['schemas']['EntryInput'];
export type EntryListControllerNewFolder = components['schemas']['EntryListControllerNewFolder'];
export type EntryPage = components['schemas']['EntryPage'];
export type EntryPermissions = components['schemas']['EntryPermissions'];
export type EntrySummary = components['schemas']['EntrySummary'];
export type Export = components['schemas']['Export'];
export type ExternalVideo = components['schemas']['ExternalVideo'];
export type FacetCounts = components['schemas']['FacetCounts'];
export type Field = components['schemas']['Field'];
export type FieldError = components['schemas']['FieldError'];
export type Film = components['schemas']['Film'];
export type Filter = components['schemas']['Filter'];
export type Finding = components['schemas']['Finding'];
export type Folder = components['schemas']['Folder'];
export type FolderList = components['schemas']['FolderList'];
export type FolderPage = components['schemas']['FolderPage'];
export type Form = components['schemas']['Form'];
export type Group = components['schemas']['Group'];
export type GroupInput = components['schemas']['GroupInput'];
export type GroupList = components['schemas']['GroupList'];
export type Here = components['schemas']['Here'];
export type ImportedTranscript = components['schemas']['ImportedTranscript'];
export type ImportSheetsCheck = components['schemas']['ImportSheetsCheck'];
export type ImportSheetsColumn = components['schemas']['ImportSheetsColumn'];
export type ImportSheetsView = components['schemas']['ImportSheetsView'];
export type Item = components['schemas']['Item'];
export type Job = components['schemas']['Job'];
export type JobList = components['schemas']['JobList'];
export type Label = components['schemas']['Label'];
export type Layout = components['schemas']['Layout'];
export type Listed = components['schemas']['Listed'];
export type LoginMethods = components['schemas']['LoginMethods'];
export type MailChange = components['schemas']['MailChange'];
export type MailChoice = components['schemas']['MailChoice'];
export type Me = components['schemas']['Me'];
export type Moment = components['schemas']['Moment'];
export type MovedFolder = components['schemas']['MovedFolder'];
export type MoveInput = components['schemas']['MoveInput'];
export type NewFolder = components['schemas']['NewFolder'];
export type NewPassword = components['schemas']['NewPassword'];
export type NewVersion = components['schemas']['NewVersion'];
export type Node = components['schemas']['Node'];
export type Notification = components['schemas']['Notification'];
export type NotificationList = components['schemas']['NotificationList'];
export type OpenSession = components['schemas']['OpenSession'];
export type Overdue = components['schemas']['Overdue'];
export type Page = components['schemas']['Page'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type Permission = components['schemas']['Permission'];
export type Person = components['schemas']['Person'];
export type PersonList = components['schemas']['PersonList'];
export type Piece = components['schemas']['Piece'];
export type Plan = components['schemas']['Plan'];
export type Preview = components['schemas']['Preview'];
export type PreviewRow = components['schemas']['PreviewRow'];
export type Problem = components['schemas']['Problem'];
export type Progress = components['schemas']['Progress'];
export type Properties = components['schemas']['Properties'];
export type Provider = components['schemas']['Provider'];
export type PublishedEntries = components['schemas']['PublishedEntries'];
export type PublishedEntry = components['schemas']['PublishedEntry'];
export type PublishInput = components['schemas']['PublishInput'];
export type Quota = components['schemas']['Quota'];
export type Reading = components['schemas']['Reading'];
export type Recent = components['schemas']['Recent'];
export type Recording = components['schemas']['Recording'];
export type RenditionLink = components['schemas']['RenditionLink'];
export type Report = components['schemas']['Report'];
export type Resolution = components['schemas']['Resolution'];
export type Restored = components['schemas']['Restored'];
export type Right = components['schemas']['Right'];
export type Role = components['schemas']['Role'];
export type RoleList = components['schemas']['RoleList'];
export type Round = components['schemas']['Round'];
export type Row = components['schemas']['Row'];
export type RowList = components['schemas']['RowList'];
export type RowReport = components['schemas']['RowReport'];
export type Rule = components['schemas']['Rule'];
export type Said = components['schemas']['Said'];
export type SavedEntry = components['schemas']['SavedEntry'];
export type SavedViewsContent = components['schemas']['SavedViewsContent'];
export type SavedViewsView = components['schemas']['SavedViewsView'];
export type Scheduled = components['schemas']['Scheduled'];
export type ScheduledDeed = components['schemas']['ScheduledDeed'];
export type Section = components['schemas']['Section'];
export type Segment = components['schemas']['Segment'];
export type Selection = components['schemas']['Selection'];
export type SessionList = components['schemas']['SessionList'];
export type Share = components['schemas']['Share'];
export type SheetLimits = components['schemas']['SheetLimits'];
export type SheetMapping = components['schemas']['SheetMapping'];
export type SheetMappingColumn = components['schemas']['SheetMappingColumn'];
export type Shown = components['schemas']['Shown'];
export type Stage = components['schemas']['Stage'];
export type StagePlan = components['schemas']['StagePlan'];
export type StageState = components['schemas']['StageState'];
export type StateCount = components['schemas']['StateCount'];
export type Status = components['schemas']['Status'];
export type Stored = components['schemas']['Stored'];
export type Summary = components['schemas']['Summary'];
export type Tab = components['schemas']['Tab'];
export type Task = components['schemas']['Task'];
export type TaskList = components['schemas']['TaskList'];
export type Template = components['schemas']['Template'];
export type TemplateList = components['schemas']['TemplateList'];
export type Tick = components['schemas']['Tick'];
export type TokenInput = components['schemas']['TokenInput'];
export type TokenList = components['schemas']['TokenList'];
export type TrackList = components['schemas']['TrackList'];
export type Transcript = components['schemas']['Transcript'];
export type Typed = components['schemas']['Typed'];
export type Usage = components['schemas']['Usage'];
export type UsedIn = components['schemas']['UsedIn'];
export type User = components['schemas']['User'];
export type UserChange = components['schemas']['UserChange'];
export type UserInput = components['schemas']['UserInput'];
export type UserList = components['schemas']['UserList'];
export type Validator = components['schemas']['Validator'];
export type Verification = components['schemas']['Verification'];
export type Version = components['schemas']['Version'];
export type VersionList = components['schemas']['VersionList'];
export type View = components['schemas']['View'];
export type ViewList = components['schemas']['ViewList'];
export type VocabularyTree = components['schemas']['VocabularyTree'];
export type VocabularyTreeNode = components['schemas']['VocabularyTreeNode'];
export type Wanted = components['schemas']['Wanted'];
export type Way = components['schemas']['Way'];
export type WayState = components['schemas']['WayState'];
export type WorkflowModel = components['schemas']['WorkflowModel'];
export type ResponseProblem = components['responses']['Problem'];
export type $defs = Record<string, never>;
export interface operations {
    appList: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    appApp: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppModel"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assetLibraryList: {
        parameters: {
            query?: {
                below?: boolean;
                contentHash?: string;
                folder?: string;
                format?: string[];
                kind?: string[];
                language?: string[];
                licence?: string[];
                limit?: number;
                missing?: string[];
                offset?: number;
                organisation?: string[];
                orientation?: string[];
                q?: string;
                sort?: string;
                trash?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assetUpload: {
        parameters: {
            query?: {
                folder?: string;
            };
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assetLibraryChangeMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AssetBulkChange"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetBulkResult"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assetRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetDetails"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assetLibraryDelete: {
        parameters: {
            query?: {
                purge?: boolean;
            };
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    assetChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AssetChange"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetDetails"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draftFileFile: {
        parameters: {
            query?: {
                download?: string;
                v?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    assetLibraryReplace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    filmMoment: {
        parameters: {
            query: {
                at: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draftFilePicture: {
        parameters: {
            query: {
                size: string;
                v?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    assetLibraryRenditionLink: {
        parameters: {
            query: {
                size: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenditionLink"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assetLibraryRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetDetails"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    choiceAssetUsedIn: {
        parameters: {
            query?: {
                locale?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsedIn"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assetFolderAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assetFolderCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewFolder"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assetFolderRemove: {
        parameters: {
            query: {
                path: string;
            };
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    assetFolderMove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MovedFolder"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assetLibraryOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetOptions"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assetRoom: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetQuota"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auditRead: {
        parameters: {
            query?: {
                actor?: string;
                before?: number;
                entry?: string;
                kind?: string;
                limit?: number;
                since?: string;
                subject?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntries"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auditVerify: {
        parameters: {
            query?: {
                head?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    dashboardDashboard: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    entryListList: {
        parameters: {
            query?: {
                columns?: string[];
                facets?: string[];
                facetSize?: number;
                filter?: unknown;
                limit?: number;
                locale?: string;
                offset?: number;
                path?: string;
                q?: string;
                sort?: string[];
                state?: string;
                view?: string;
            };
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    entryCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    entryRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    entryReplace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    entryDelete: {
        parameters: {
            query?: {
                replaceWith?: string;
            };
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntrySummary"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    entryChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    agreementRounds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    agreementOpen: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AgreementControllerRound"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    agreementAgreed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    agreementAgree: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AgreementControllerConsent"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    agreementWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                organisation: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    commentComments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    commentSay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Said"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    commentDelete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                comment: string;
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    commentResolve: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                comment: string;
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Resolution"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    versionDifferences: {
        parameters: {
            query: {
                from: string;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Differences"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deedDuplicate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deedMove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MoveInput"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    commentPeople: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workingCopyHere: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Here"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Editors"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workingCopyGone: {
        parameters: {
            query?: {
                window?: string;
            };
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    previewPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Wanted"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workingCopyCheck: {
        parameters: {
            query?: {
                withReferences?: boolean;
            };
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deedPublish: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PublishInput"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedEntries"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    schedulePlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Plan"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledDeed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    transcriptRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transcript"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    transcriptConfirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    transcriptExport: {
        parameters: {
            query?: {
                format?: string;
                locale?: string;
            };
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    transcriptImportFile: {
        parameters: {
            query?: {
                encoding?: string;
                locale?: string;
                revision?: number;
            };
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedTranscript"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    trackList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    trackPut: {
        parameters: {
            query: {
                encoding?: string;
                kind: string;
                label?: string;
                locale: string;
                revision?: number;
            };
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    trackRead: {
        parameters: {
            query?: {
                download?: boolean;
                format?: string;
            };
            header?: never;
            path: {
                id: string;
                kind: string;
                locale: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    trackRemove: {
        parameters: {
            query?: {
                revision?: number;
            };
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                kind: string;
                locale: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deedUndelete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deedUnpublish: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    choiceUsedIn: {
        parameters: {
            query?: {
                locale?: string;
            };
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsedIn"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    versionVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    versionKeep: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewVersion"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    versionRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                name: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Restored"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowWay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WayState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                stage: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StagePlan"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WayState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                item: string;
                stage: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Tick"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WayState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowComplete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                stage: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WayState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowReopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                stage: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WayState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workingCopyRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Copy"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workingCopyKeep: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Typed"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Copy"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workingCopyDiscard: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    workingCopySave: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    eventEvents: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Export"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    filmExternal: {
        parameters: {
            query: {
                url: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Film"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    groupList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    groupSave: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GroupInput"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountGroup"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    groupRemove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    importRun: {
        parameters: {
            query: {
                dryRun?: boolean;
                publish?: boolean;
                type: string;
            };
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    jobList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    jobStart: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    jobJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    jobCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    jobRows: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    jobUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    jobPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    loginMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginMethods"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    loginLogIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    loginLogOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    mappingList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    mappingCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Content"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    mappingChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Content"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    mappingDelete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    loginMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    loginChangePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    notificationNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    notificationRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    notificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailChoice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    notificationPrefer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MailChange"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailChoice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    notificationReadAll: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    apiDocumentDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    choiceReferences: {
        parameters: {
            query?: {
                ids?: string[];
                limit?: number;
                locale?: string;
                offset?: number;
                q?: string;
                types?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    roleList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    scheduleCalendar: {
        parameters: {
            query?: {
                entry?: string;
                over?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    scheduleCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledDeed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    keySessions: {
        parameters: {
            query?: {
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    keyEndSessions: {
        parameters: {
            query?: {
                others?: boolean;
            };
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    keyEndSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    sheetReceive: {
        parameters: {
            query?: {
                encoding?: string;
                headings?: number;
                separator?: string;
                worksheet?: string;
            };
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSheetsView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sheetSheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSheetsView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sheetDrop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    sheetCheck: {
        parameters: {
            query?: {
                from?: number;
                limit?: number;
            };
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SheetMapping"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSheetsCheck"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sheetRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SheetMapping"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sheetReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SheetMapping"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sheetResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sheetLimits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetLimits"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowTasks: {
        parameters: {
            query?: {
                overdue?: boolean;
                whose?: "me" | "organisation" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    keyTokens: {
        parameters: {
            query?: {
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    keyMakeToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TokenInput"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiToken"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    keyRevoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    entryListTree: {
        parameters: {
            query?: {
                limit?: number;
                locale?: string;
                offset?: number;
                path?: string;
            };
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    entryListCreateFolder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EntryListControllerNewFolder"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Node"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    uploadBegin: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    uploadOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    uploadGiveUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    uploadOffset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    uploadAppend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    userList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    userCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserInput"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedUser"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    userRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    userRemove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    userChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    userResetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPassword"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    viewList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    viewCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SavedViewsContent"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewsView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    viewView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewsView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    viewChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SavedViewsContent"];
            };
        };
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewsView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    viewDelete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request is done once and answered again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    choiceVocabulary: {
        parameters: {
            query?: {
                lang?: string;
                q?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VocabularyTree"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workflowWorkflow: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowModel"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workingCopyAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CopyList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
